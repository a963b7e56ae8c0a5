import fc from 'fast-check'
import type { BlockContent, ListItem, PhrasingContent, Root, RootContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { publishable } from '../../../../src/feeds/markdown/publishable.ts'
import { renderMarkdown, renderWhole } from '../../../../src/feeds/markdown/renderMarkdown.ts'
import { writeInUnits } from '../../../../src/feeds/markdown/writeInUnits.ts'
import { orRefusal } from '../../../../src/feeds/tree/index.ts'

const hostile = fc.constantFrom(
  ...['- ', '-', '> ', '1. ', '2) ', '+ ', '# ', '|', '<', '<b>', '<!--', '-->', '</b>', '<?', '&'],
  ...['&amp;', '[', '](x)', '[^a]', '[^a]:', '[^b]', '![^b]', '[a]: b', '[^', '^', ']', ':', '~~'],
  ...['*', '**', '_', '__', '`', '```', '~~~', '---', '===', '***', '\t', ' ', '  ', '    ', 'a'],
  ...['\u00a0', '\\', '!', '[ ] ', '[x] ', '5 mg/kg', 'b', '.', 'www.a.bc', 'https://a.bc/d'],
  ...['a@b.cd', '10⁹', '😀', '| - |', '$$', '{', '%%'],
)
/** What next to no document survives. */
const fatal = fc.constantFrom('\n', '\n\n', '\r', '\r\n', '\uFEFF', '\0')
const part = fc.oneof({ weight: 60, arbitrary: hostile }, { weight: 1, arbitrary: fatal })
const words = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
const label = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom('a', 'b', 'study-1') },
  { weight: 1, arbitrary: fc.constantFrom('A', 'a b', '^a') },
)

const leaf: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 8, arbitrary: words.map((value): PhrasingContent => ({ type: 'text', value })) },
  {
    weight: 4,
    arbitrary: label.map((id): PhrasingContent => ({
      type: 'footnoteReference',
      identifier: id,
      label: id,
    })),
  },
  { weight: 1, arbitrary: words.map((value): PhrasingContent => ({ type: 'inlineCode', value })) },
)
const broken = fc
  .tuple(leaf, leaf)
  .map(([one, other]): PhrasingContent[] => [one, { type: 'break' }, other])
const phrasing: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 6, arbitrary: leaf },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('strong' as const, 'emphasis' as const, 'delete' as const),
        fc.array(leaf, { maxLength: 2 }),
      )
      .map(([type, children]): PhrasingContent => ({ type, children })),
  },
  {
    weight: 1,
    arbitrary: words.map((value): PhrasingContent => ({
      type: 'link',
      url: 'https://a.bc/(d)?e=*f*',
      children: [{ type: 'text', value }],
    })),
  },
)
const line = fc.oneof(
  { weight: 20, arbitrary: fc.array(phrasing, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: broken },
  { weight: 1, arbitrary: fc.constant<PhrasingContent[]>([]) },
)
const paragraph = line.map((children): BlockContent => ({ type: 'paragraph', children }))

const item = (content: fc.Arbitrary<BlockContent>): fc.Arbitrary<ListItem> =>
  fc.record({
    type: fc.constant('listItem' as const),
    spread: fc.constantFrom(false, false, false, true, undefined),
    checked: fc.constantFrom(null, null, null, true),
    children: fc.array(content, { minLength: 1, maxLength: 2 }),
  })
const list = (content: fc.Arbitrary<BlockContent>): fc.Arbitrary<BlockContent> =>
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.constantFrom(false, false, true),
    start: fc.constantFrom(null, 1, 3),
    spread: fc.constantFrom(false, false, true),
    children: fc.array(item(content), { minLength: 1, maxLength: 3 }),
  })
const plainList = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines): BlockContent => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: lines.map((children) => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children }],
  })),
}))

const block: fc.Arbitrary<RootContent> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 4, arbitrary: plainList },
  { weight: 2, arbitrary: list(paragraph) },
  { weight: 1, arbitrary: list(fc.oneof(paragraph, list(paragraph))) },
  {
    weight: 1,
    arbitrary: line.map((children): RootContent => ({ type: 'heading', depth: 2, children })),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(paragraph, list(paragraph)), { maxLength: 2 })
      .map((children): RootContent => ({ type: 'blockquote', children })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.tuple(line, line), { minLength: 1, maxLength: 3 })
      .map((rows): RootContent => ({
        type: 'table',
        children: rows.map((cells) => ({
          type: 'tableRow',
          children: cells.map((children) => ({ type: 'tableCell', children })),
        })),
      })),
  },
  { weight: 1, arbitrary: fc.constant<RootContent>({ type: 'thematicBreak' }) },
)
const footnote = fc
  .tuple(label, fc.array(fc.oneof(paragraph, list(paragraph)), { minLength: 1, maxLength: 2 }))
  .map(([id, children]): RootContent => ({
    type: 'footnoteDefinition',
    identifier: id,
    label: id,
    children,
  }))
const aFootnote = (id: string): RootContent => ({
  type: 'footnoteDefinition',
  identifier: id,
  label: id,
  children: [{ type: 'paragraph', children: [{ type: 'text', value: 'A source.' }] }],
})
const footnotes = ['a', 'b', 'study-1'].map(aFootnote)
const document = fc
  .tuple(
    fc.array(block, { maxLength: 5 }),
    fc.oneof(
      { weight: 5, arbitrary: fc.constant(footnotes) },
      { weight: 1, arbitrary: fc.subarray(footnotes) },
      { weight: 1, arbitrary: fc.array(footnote, { maxLength: 2 }) },
    ),
  )
  .map((parts): Root => ({ type: 'root', children: parts.flat() }))

describe('writing a document unit by unit', () => {
  it('accepts and refuses what reading all of it again does, and writes the same', () => {
    fc.assert(
      fc.property(document, (tree) => {
        const whole = orRefusal(() => renderWhole(publishable(tree, {})))
        expect(renderMarkdown(tree)).toEqual(whole)
      }),
      { numRuns: 2000 },
    )
  })

  it('seldom has to read all of it again', () => {
    const documents = fc.sample(document, { numRuns: 500, seed: 3 })
    const written = documents.filter((tree) => renderMarkdown(tree).ok)
    const inUnits = written.filter((tree) => writeInUnits(publishable(tree, {})) !== undefined)
    expect(inUnits.length).toBeGreaterThan(written.length / 2)
  })
})
