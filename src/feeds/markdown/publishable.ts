import type { Image, Nodes, Root } from 'mdast'
import type { MarkdownDialect } from '../../domain/model/index.ts'
import {
  Refused,
  isAllowedUrl,
  isOurDirective,
  mergeAdjacent,
  withoutDirectives,
} from '../tree/index.ts'
import { unicodeScript } from './unicodeScript.ts'

export interface MarkdownOptions {
  /** Public address of the file with this digest; undefined when it is not published. */
  readonly mediaUrl?: (sha256: string) => string | undefined
  /** `gfm` unless said otherwise. */
  readonly dialect?: MarkdownDialect
}

/** The same tree with nothing in it that Markdown has no form for. Refuses the first such node. */
export function publishable(tree: Root, options: MarkdownOptions): Root {
  return convert(options.dialect === 'directive' ? tree : withoutDirectives(tree), '', options)
}

function convert<N extends Nodes>(node: N, place: string, options: MarkdownOptions): N
function convert(node: Nodes, place: string, options: MarkdownOptions): Nodes {
  switch (node.type) {
    case 'superscript':
    case 'subscript': {
      const script = unicodeScript(node.type, node.value)
      if (script.ok) return { type: 'text', value: script.value }
      throw new Refused(
        place,
        `“${script.character}” in the ${node.type} “${node.value}” has no ${node.type} form in Unicode. Write it on the line.`,
      )
    }
    case 'image':
      return image(node, place, options)
    case 'link':
      if (!isAllowedUrl(node.url)) {
        throw new Refused(place, `A link to ${JSON.stringify(node.url)} cannot be published.`)
      }
      return withChildren(node, place, options)
    case 'root':
    case 'paragraph':
    case 'heading':
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'table':
    case 'tableRow':
    case 'tableCell':
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'footnoteDefinition':
      return withChildren(node, place, options)
    case 'inlineCode':
      // Hugo runs a shortcode also where it is code, and code knows no escapes.
      if (/\{\{[<%]/.test(node.value)) {
        throw new Refused(
          place,
          `The code ${JSON.stringify(node.value)} would be run by sites that are built with Hugo. Take the braces apart, or write it without the code format.`,
        )
      }
      return node
    case 'text':
    case 'break':
    case 'thematicBreak':
    case 'footnoteReference':
      return node
    case 'textDirective':
    case 'containerDirective':
      if (isOurDirective(node)) return withChildren(node, place, options)
      throw new Refused(place, 'A directive that is not ours cannot be published.')
    case 'claimReference':
    case 'claimNotice':
      throw new Refused(place, `The words of the claim ${node.claim} were not put in its place.`)
    default:
      throw new Refused(place, `A ${node.type} node cannot be published.`)
  }
}

function withChildren<N extends Extract<Nodes, { children: unknown }>>(
  node: N,
  place: string,
  options: MarkdownOptions,
): N {
  const prefix = place === '' ? 'children' : `${place}.children`
  const children: readonly Nodes[] = node.children
  return {
    ...node,
    children: mergeAdjacent(
      children.map((child, index) => convert(child, `${prefix}.${String(index)}`, options)),
    ),
  }
}

const mediaPrefix = 'media:'

function image(node: Image, place: string, options: MarkdownOptions): Image {
  if (!node.url.startsWith(mediaPrefix)) {
    throw new Refused(place, `An image comes from media, not from ${JSON.stringify(node.url)}.`)
  }
  const url = options.mediaUrl?.(node.url.slice(mediaPrefix.length))
  if (url === undefined) throw new Refused(place, `The file of the image ${node.url} is missing.`)
  return { ...node, url }
}
