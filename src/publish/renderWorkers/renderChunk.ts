import { createHash } from 'node:crypto'
import type {
  FeedFile,
  FeedInput,
  ItemName,
  ItemRefusal,
  RenderedItem,
  Standings,
} from '../../feeds/index.ts'
import { itemContext, renderItems } from '../../feeds/index.ts'

/** Some items and what they are rendered from; plain data, so that another thread can have it. */
export interface Chunk {
  /** The graph holds what the items name and, for studies, the claims that cite them. */
  readonly input: Pick<FeedInput, 'publisher' | 'graph' | 'plan' | 'media' | 'now'>
  /** Which items to render in which channel; their pages are in the plan. */
  readonly wanted: readonly { readonly channel: string; readonly names: readonly ItemName[] }[]
}

/** A form of an item as it is stored; its digest stands with the item. */
export interface WrittenForm extends Omit<FeedFile, 'body'> {
  readonly body: Uint8Array
}

export interface WrittenItem extends Omit<RenderedItem, 'json' | 'markdown'> {
  readonly channel: string
  readonly json: WrittenForm
  readonly markdown: WrittenForm
}

/** Both lists are in the order in which the items were asked for. */
export interface RenderedChunk {
  readonly items: readonly WrittenItem[]
  readonly refusals: readonly ItemRefusal[]
}

/** Renders a chunk in this thread. The bytes are the same in every thread and every chunk. */
export function renderChunk({ input, wanted }: Chunk): RenderedChunk {
  const standings: Standings = new Map()
  const items: WrittenItem[] = []
  const refusals: ItemRefusal[] = []
  for (const { channel, names } of wanted) {
    const plan = input.plan.channels.find((each) => each.channel.key === channel)
    if (plan === undefined) throw new Error(`The plan of this chunk has no channel ${channel}.`)
    const context = itemContext({ ...input, digest }, plan, standings)
    const rendered = renderItems(names, context)
    items.push(...rendered.items.map((item) => written(channel, item)))
    refusals.push(...rendered.refusals)
  }
  return { items, refusals }
}

function digest(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}

function written(channel: string, item: RenderedItem): WrittenItem {
  return { ...item, channel, json: encoded(item.json), markdown: encoded(item.markdown) }
}

/** A buffer of its own: one that shares its memory cannot be handed to another thread. */
function encoded(file: FeedFile): WrittenForm {
  return { ...file, body: new TextEncoder().encode(file.body) }
}
