import type { Element, Nodes, Properties } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { recordOf, recordsOf, textOf } from '../unknownJson.ts'
import { plainWords } from './plainWords.ts'

/** A piece of text between two boundaries of blocks. */
export interface PageBlock {
  readonly words: string
  /** Number of words as a reader counts them. */
  readonly length: number
  /** The outermost table, list or quotation it stands in, by number; 0: in none. */
  readonly holder: number
  /** Whether it is navigation, a header or a footer of the site. */
  readonly isFrame: boolean
}

/** What a page says of itself and shows. */
export interface ReadPage {
  /** Of its title and of its main headings, each as it is compared. */
  readonly titles: readonly string[]
  /** Addresses of feed items it says it shows: alternate links, then JSON-LD. */
  readonly names: readonly string[]
  readonly contentHashes: readonly string[]
  /** By its JSON-LD. */
  readonly lastReviewed: readonly string[]
  readonly links: readonly string[]
  /** What is seen, in reading order, without footnotes. */
  readonly blocks: readonly PageBlock[]
  /** What is in the page and is not seen by everybody before they click. */
  readonly hiddenWords: string
}

const parser = unified().use(rehypeParse).freeze()

const blockNames = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'body', 'caption', 'dd', 'details', 'dialog'],
  ...['div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3'],
  ...['h4', 'h5', 'h6', 'header', 'hr', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre'],
  ...['section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul', 'br'],
])
const holderNames = new Set(['table', 'ul', 'ol', 'dl', 'blockquote'])
const frameNames = new Set(['nav', 'header', 'footer'])
const unseenNames = new Set(['head', 'script', 'style', 'template', 'noscript', 'iframe', 'object'])
const unseenClasses = new Set(['sr-only', 'visually-hidden', 'screen-reader-text', 'd-none'])
const unseenStyle =
  /display:none|visibility:(hidden|collapse)|opacity:0(?![.\d])|font-size:0(?![.\d])/

interface Around {
  readonly isSeen: boolean
  readonly isFrame: boolean
  readonly isNote: boolean
  readonly holder: number
}

/**
 * Reads a page as a browser would, broken or not, with no style sheet and no script.
 *
 * @throws RangeError when its elements are nested beyond what any reader follows
 */
export function readPage(html: string): ReadPage {
  const page = {
    titles: [] as string[],
    names: [] as string[],
    contentHashes: [] as string[],
    lastReviewed: [] as string[],
    links: [] as string[],
    blocks: [] as PageBlock[],
  }
  const linkedData: string[] = []
  let hidden = ''
  let holders = 0
  let text = ''
  let textIn: Around = { isSeen: true, isFrame: false, isNote: false, holder: 0 }

  const close = (next: Around): void => {
    const words = plainWords(text)
    const { isSeen, isFrame, isNote, holder } = textIn
    if (words !== '' && !isNote) {
      const length = text.trim().split(/\s+/u).length
      if (isSeen) page.blocks.push({ words, length, holder, isFrame })
      else hidden += words
    }
    text = ''
    textIn = next
  }

  const visit = (node: Nodes, around: Around): void => {
    if (node.type === 'text') text += node.value
    if (node.type === 'root') for (const child of node.children) visit(child, around)
    if (node.type !== 'element' || isNoteMark(node)) return
    const { tagName, properties } = node
    note(node)
    const isHolder = holderNames.has(tagName) && around.holder === 0
    if (isHolder) holders += 1
    const within: Around = {
      isSeen: around.isSeen && isShown(node),
      isFrame: around.isFrame || frameNames.has(tagName),
      isNote: around.isNote || isFootnotes(properties),
      holder: isHolder ? holders : around.holder,
    }
    const isApart = blockNames.has(tagName) || within.isSeen !== around.isSeen
    if (isApart) close(within)
    if (tagName === 'img' && typeof properties.alt === 'string') text += properties.alt
    const isShut = tagName === 'details' && properties.open === undefined
    for (const child of node.children) {
      const isSummary = child.type === 'element' && child.tagName === 'summary'
      const inside = isShut && !isSummary ? { ...within, isSeen: false } : within
      if (isShut) close(inside)
      visit(child, inside)
    }
    if (isApart) close(around)
  }

  const note = (element: Element): void => {
    const { tagName, properties } = element
    if (tagName === 'title' || tagName === 'h1') page.titles.push(plainWords(textOfNode(element)))
    if (tagName === 'a' && typeof properties.href === 'string') page.links.push(properties.href)
    if (tagName === 'link' && isAlternate(properties)) page.names.push(String(properties.href))
    if (tagName === 'meta' && properties.name === 'citegate:content-hash') {
      page.contentHashes.push(String(properties.content))
    }
    if (tagName === 'script' && properties.type === 'application/ld+json') {
      linkedData.push(textOfNode(element))
    }
  }

  visit(parser.parse(html), textIn)
  for (const json of linkedData) {
    for (const entity of entitiesIn(json)) {
      page.names.push(...[entity['@id'], entity.url].flatMap((name) => textOf(name) ?? []))
      page.lastReviewed.push(...[entity.lastReviewed].flatMap((date) => textOf(date) ?? []))
    }
  }
  return { ...page, hiddenWords: hidden }
}

function textOfNode(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOfNode).join('') : ''
}

function isAlternate({ rel, href }: Properties): boolean {
  return Array.isArray(rel) && rel.includes('alternate') && typeof href === 'string'
}

function isShown({ tagName, properties }: Element): boolean {
  const { hidden, ariaHidden, style, className, open } = properties
  if (unseenNames.has(tagName) || hidden !== undefined) return false
  if (tagName === 'dialog' && open === undefined) return false
  if (String(ariaHidden) === 'true') return false
  if (typeof style === 'string' && unseenStyle.test(style.replace(/\s+/g, '').toLowerCase())) {
    return false
  }
  return !(Array.isArray(className) && className.some((name) => unseenClasses.has(name)))
}

/** A number that leads to a footnote: `<sup><a href="#…">1</a></sup>`. */
function isNoteMark({ tagName, children }: Element): boolean {
  const inner = children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return (
    tagName === 'sup' &&
    inner.length > 0 &&
    inner.every(
      (child) =>
        child.type === 'element' &&
        child.tagName === 'a' &&
        String(child.properties.href).startsWith('#'),
    )
  )
}

/** As remark, markdown-it and goldmark set the footnotes of a text apart. */
function isFootnotes({ className, dataFootnotes, role }: Properties): boolean {
  if (dataFootnotes !== undefined || String(role) === 'doc-endnotes') return true
  return Array.isArray(className) && className.includes('footnotes')
}

function entitiesIn(json: string): ReturnType<typeof recordsOf> {
  try {
    const data: unknown = JSON.parse(json)
    const all = Array.isArray(data) ? recordsOf(data) : [recordOf(data)]
    return all.flatMap((entity) => [entity, ...recordsOf(entity['@graph'])])
  } catch {
    return []
  }
}
