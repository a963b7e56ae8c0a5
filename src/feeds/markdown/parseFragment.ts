import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Processor } from 'unified'
import { gfm } from './processor.ts'

/** Takes the place of the list of labels in which a reader looks a reference up. */
class EveryLabel extends Array<string> {
  override includes(): boolean {
    return true
  }
}

const addresses: ReadonlySet<unknown> = new Set([
  'emailAutolink',
  'protocolAutolink',
  'wwwAutolink',
])

const fragments = unified().use(remarkParse).use(remarkGfm, gfm).use(knowAllFootnotes)
const plainFragments = fragments().use(knowNoAddresses).freeze()
fragments.freeze()

/** Reads a part of a document in which every footnote is defined that it refers to. */
export function parseFragment(markdown: string): Root {
  return (mayHoldAddress(markdown) ? fragments : plainFragments).parse(markdown)
}

/**
 * GFM (6.9) links bare addresses, and a reader that has to look for them at every letter takes half
 * as long again. Each of them holds one of these.
 */
export function mayHoldAddress(markdown: string): boolean {
  return /@|www|http/i.test(markdown)
}

/** A reader only takes `[^a]` for a reference where the document defines the footnote. */
function knowAllFootnotes(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    {
      document: {
        null: {
          tokenize(_, __, notHere) {
            this.parser.gfmFootnotes ??= new EveryLabel()
            return notHere
          },
        },
      },
    },
  ]
}

function knowNoAddresses(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(
    ({ text = {}, ...extension }) => ({
      ...extension,
      text: Object.fromEntries(
        Object.entries(text).map(([code, constructs]) => [
          code,
          [constructs ?? []].flat().filter(({ name }) => !addresses.has(name)),
        ]),
      ),
    }),
  )
}
