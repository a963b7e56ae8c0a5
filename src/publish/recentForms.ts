import type { IndexItem, PublishedForms } from '../feeds/index.ts'
import { mostRecent, newestFirst } from '../feeds/index.ts'
import type { WrittenItem } from './renderWorkers/index.ts'

type Written = Pick<WrittenItem, 'channel' | 'json' | 'markdown'>

/**
 * Keeps the forms of the newest items of each channel among those that are being rendered: the feeds
 * are written from them once all is known, and a release is never held as a whole.
 */
export class RecentForms {
  readonly #channels = new Map<string, Map<string, Held>>()

  add(listed: IndexItem, { channel, json, markdown }: Written): void {
    if (listed.kind === 'study') return
    const held = this.#channels.get(channel) ?? new Map<string, Held>()
    this.#channels.set(channel, held)
    held.set(`${listed.kind}/${listed.key}`, { listed, json: json.body, markdown: markdown.body })
    // Sorting at each item would cost more than to hold some longer.
    if (held.size > 2 * mostRecent) letGo(held)
  }

  /** The forms of an item, when they are those that the index lists. */
  find(channel: string, { kind, key, digests }: IndexItem): PublishedForms | undefined {
    const held = this.#channels.get(channel)?.get(`${kind}/${key}`)
    if (held === undefined) return undefined
    const { json, markdown } = held.listed.digests
    if (json !== digests.json || markdown !== digests.markdown) return undefined
    return { json: text(held.json), markdown: text(held.markdown) }
  }
}

interface Held {
  readonly listed: IndexItem
  readonly json: Uint8Array
  readonly markdown: Uint8Array
}

/** Those that stay are those that the feeds name: they are chosen by the same order. */
function letGo(held: Map<string, Held>): void {
  const oldest = [...held]
    .map(([name, { listed }]) => ({ ...listed, at: listed.modified, name }))
    .sort(newestFirst)
    .slice(mostRecent)
  for (const { name } of oldest) held.delete(name)
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
