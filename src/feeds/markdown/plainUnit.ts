import type { PhrasingContent, RootContent } from 'mdast'
import { mayHoldAddress } from './parseFragment.ts'

/**
 * Whether a unit is read as it was meant because it is written so plainly that CommonMark 0.31 and GFM
 * leave no other reading: one line of words, emphasis, footnote references and links, in which every
 * sign that could mean something is escaped. What is not plain may well be read as it was meant too,
 * but has to be read to know. This saves most of the time that reading back would take.
 *
 * @param markdown - what was written for the unit
 */
export function isPlainlyRead(unit: RootContent, markdown: string): boolean {
  switch (unit.type) {
    case 'paragraph':
      return isPlainLine(unit.children, markdown)
    case 'heading':
      // A heading may end in signs that close it.
      return !markdown.endsWith('#') && isPlainBehind('#'.repeat(unit.depth), [unit], markdown)
    case 'blockquote':
      return isPlainBehind('>', unit.children, markdown)
    case 'footnoteDefinition':
      return isPlainBehind(`[^${unit.identifier}]:`, unit.children, markdown)
    case 'list':
      return unit.ordered !== true && isPlainItem(unit.children, markdown)
    default:
      return false
  }
}

function isPlainItem(items: readonly RootContent[], markdown: string): boolean {
  const [item, another] = items
  if (item?.type !== 'listItem' || another !== undefined) return false
  const isTask = typeof item.checked === 'boolean'
  return !isTask && isPlainBehind('-', item.children, markdown)
}

function isPlainBehind(
  mark: string,
  [only, another]: readonly RootContent[],
  markdown: string,
): boolean {
  const holdsWords = only?.type === 'paragraph' || only?.type === 'heading'
  if (!holdsWords || another !== undefined || !markdown.startsWith(`${mark} `)) return false
  return isPlainLine(only.children, markdown.slice(mark.length + 1))
}

/** No block begins with a letter, a link or an emphasis, and none ends within a line (CommonMark 4). */
const lineOfOneBlock = /^(?:\*\*?|\[)?\p{L}[^\n\r\0]*$/u

function isPlainLine(children: readonly PhrasingContent[], line: string): boolean {
  if (!lineOfOneBlock.test(line) || /^\s|\s$/.test(line)) return false
  let end: number | undefined = 0
  for (const [index, child] of children.entries()) {
    const before = children[index - 1]
    // Two texts in a row could make up an address or a sign together.
    if (end === undefined || (before?.type === 'text' && child.type === 'text')) return false
    end = endOf(child, line, end, before)
  }
  return end === line.length
}

/** Where a part ends that begins here; undefined unless it is plain. */
function endOf(
  part: PhrasingContent,
  line: string,
  start: number,
  before: PhrasingContent | undefined,
): number | undefined {
  switch (part.type) {
    case 'text': {
      // Words behind brackets could belong to them.
      const isBehindBrackets = before?.type === 'link' || before?.type === 'footnoteReference'
      if (isBehindBrackets && /^[([:]/.test(part.value)) return undefined
      return endOfWords(part.value, line, start)
    }
    case 'footnoteReference':
      return /^[a-z0-9-]+$/.test(part.identifier)
        ? endOfLiteral(`[^${part.identifier}]`, line, start)
        : undefined
    case 'strong':
      return endOfEmphasis('**', part.children, line, start)
    case 'emphasis':
      return endOfEmphasis('*', part.children, line, start)
    case 'link':
      return (part.title ?? null) === null
        ? endOfLink(part.url, part.children, line, start)
        : undefined
    default:
      return undefined
  }
}

function endOfLiteral(literal: string, line: string, start: number): number | undefined {
  return line.startsWith(literal, start) ? start + literal.length : undefined
}

/**
 * Marks open behind a space and close before a space or a sign (CommonMark 0.31, 6.2). They enclose
 * words alone, so that each that closes belongs to the one before it.
 */
function endOfEmphasis(
  mark: string,
  children: readonly PhrasingContent[],
  line: string,
  start: number,
): number | undefined {
  const words = onlyText(children)
  if (words === undefined || !/^[\p{L}\p{N}](?:.*[\p{L}\p{N}:.])?$/u.test(words)) return undefined
  if (!(start === 0 || line[start - 1] === ' ')) return undefined
  const open = endOfLiteral(mark, line, start)
  const inner = open === undefined ? undefined : endOfWords(words, line, open)
  const end = inner === undefined ? undefined : endOfLiteral(mark, line, inner)
  return end !== undefined && /^(?:$|[ ,.;:)])/.test(line.slice(end, end + 1)) ? end : undefined
}

const address = /^https?:\/\/[A-Za-z0-9./()%:-]+$/

function endOfLink(
  url: string,
  children: readonly PhrasingContent[],
  line: string,
  start: number,
): number | undefined {
  const words = onlyText(children)
  if (words === undefined || !address.test(url)) return undefined
  if (words === url) return endOfLiteral(`<${url}>`, line, start)
  if (/[()]/.test(url) || !/^\p{L}(?:.*\S)?$/u.test(words)) return undefined
  const open = endOfLiteral('[', line, start)
  const inner = open === undefined ? undefined : endOfWords(words, line, open)
  if (
    inner === undefined ||
    line
      .slice(start + 1, inner)
      .replaceAll('\\]', '')
      .includes(']')
  ) {
    return undefined
  }
  return endOfLiteral(`](${url})`, line, inner)
}

function onlyText([only, another]: readonly PhrasingContent[]): string | undefined {
  return only?.type === 'text' && another === undefined ? only.value : undefined
}

/** A sign behind a backslash is that sign (CommonMark 0.31, 2.4). */
const escapable = /[!-/:-@[-`{-~]/

/** Letters, digits, spaces, and signs that mean nothing wherever they stand within a line. */
const plain = /[\p{L}\p{M}\p{N} \u00A0\u2009\u202F.,;:?%‰'"()/+=>#|\]°µ·×÷±−–—‐‑≤≥≈“”‘’„«»…-]/u

function endOfWords(words: string, line: string, start: number): number | undefined {
  if (mayHoldAddress(words)) return undefined
  let at = start
  for (const sign of words) {
    if (line[at] === '\\') {
      if (!escapable.test(sign) || !line.startsWith(sign, at + 1)) return undefined
      at += 2
    } else {
      if (!line.startsWith(sign, at)) return undefined
      if (!plain.test(sign) && !isPlainHere(sign, line, at)) return undefined
      at += sign.length
    }
  }
  return at
}

/**
 * `<` begins no tag or address before a space or a digit, `&` no reference before a space, `_` no
 * emphasis within a word.
 */
function isPlainHere(sign: string, line: string, at: number): boolean {
  const next = line.slice(at + 1, at + 2)
  switch (sign) {
    case '<':
      return /[ 0-9]/.test(next)
    case '&':
      return next === ' '
    case '_':
      return /[A-Za-z0-9]/.test(next) && /[A-Za-z0-9]/.test(line.slice(Math.max(0, at - 1), at))
    default:
      return false
  }
}
