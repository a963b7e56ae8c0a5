import { itemForms } from '../feedPaths.ts'
import { type Json, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import { type ChannelSlot, channelSlots } from './channelSlots.ts'
import type { NamedChannel } from './readIndex.ts'
import type { ReleaseReader } from './releaseReader.ts'

/** A live item as the index of its channel lists it. */
export interface ListedItem {
  readonly channel: Channel
  readonly kind: string
  readonly key: string
  readonly json: string
  readonly markdown: string
  readonly values: Json
}

/** A channel as its own index describes it. */
export interface Channel {
  readonly key: string
  readonly indexPath: string
  /** Null when the index does not say what disclaimers the channel requires. */
  readonly slots: readonly ChannelSlot[] | null
  /** `kind/key` of what left the channel. */
  readonly gone: ReadonlySet<string>
}

export interface ChannelLists {
  readonly channel: Channel
  readonly items: readonly ListedItem[]
  readonly tombstones: readonly Json[]
  /** Tombstones, by each path at which something stood that was withdrawn. */
  readonly withdrawn: ReadonlyMap<string, Json>
  readonly changesPath: string
  /** `kind/key` of what the release says it added or changed. */
  readonly upserts: ReadonlySet<string>
}

/** Reads the index of a channel, and holds it against its list of changes and the signed files. */
export async function readChannel(
  { key, path, changes }: NamedChannel,
  reader: ReleaseReader,
): Promise<ChannelLists> {
  const { source, ledger, links } = reader
  const index = await reader.record(path)
  const tombstones = recordsOf(index.tombstones)
  const channel: Channel = {
    key,
    indexPath: path,
    slots: channelSlots(index),
    gone: new Set(tombstones.map(nameOf)),
  }
  const references = textOf(index.references)
  if (references !== null) links.take(path, references)

  const names = new Set<string>()
  const items = recordsOf(index.items).map((values): ListedItem => {
    const name = nameOf(values)
    if (names.has(name)) ledger.report(path, 'listed-twice', `It lists ${name} twice.`)
    if (channel.gone.has(name)) {
      ledger.report(path, 'not-withdrawn', `It lists ${name} and says that it was withdrawn.`)
    }
    names.add(name)
    return listed(values, channel, reader)
  })
  const withdrawn = new Map(
    tombstones.flatMap((stone) => {
      const forms = itemForms(key, textOf(stone.kind) ?? '', textOf(stone.key) ?? '')
      return forms.map((form) => [form, stone] as const)
    }),
  )
  for (const form of withdrawn.keys()) {
    if (!source.files.has(form)) continue
    ledger.report(form, 'not-withdrawn', `${path} says it was withdrawn; it is still there.`)
  }
  const changed = await reader.record(changes)
  judgeChanges(changed, changes, index, reader)
  const upserts = new Set(recordsOf(changed.upserts).map(nameOf))
  return { channel, items, tombstones, withdrawn, changesPath: changes, upserts }
}

/** Names an item within its channel. */
export function nameOf({ kind, key }: Json): string {
  return `${textOf(kind) ?? ''}/${textOf(key) ?? ''}`
}

function listed(
  values: Json,
  channel: Channel,
  { source, ledger, links }: ReleaseReader,
): ListedItem {
  const kind = textOf(values.kind) ?? ''
  const key = textOf(values.key) ?? ''
  const paths = recordOf(values.paths)
  const digests = recordOf(values.digests)
  const [json = '', markdown = ''] = itemForms(channel.key, kind, key)
  for (const [form, path] of [['json', json] as const, ['markdown', markdown] as const]) {
    if (paths[form] !== path) {
      const message = `It says that ${kind}/${key} stands at ${JSON.stringify(paths[form])}, which is not the path of such an item.`
      ledger.report(channel.indexPath, 'wrong-path', message)
    }
    links.take(channel.indexPath, path)
    const signed = source.files.get(path)
    if (signed === undefined || signed.sha256 === digests[form]) continue
    const message = `Its digest is ${signed.sha256}; ${channel.indexPath} says ${JSON.stringify(digests[form])}.`
    ledger.report(path, 'wrong-digest', message)
  }
  for (const path of Array.isArray(values.media) ? (values.media as readonly unknown[]) : []) {
    links.take(channel.indexPath, String(path))
  }
  return { channel, kind, key, json, markdown, values }
}

/** What the release says it changed has to be what it has now. */
function judgeChanges(
  changes: Json,
  path: string,
  index: Json,
  { source, ledger }: ReleaseReader,
): void {
  const items = new Map(recordsOf(index.items).map((item) => [nameOf(item), item]))
  for (const upsert of recordsOf(changes.upserts)) {
    const { json, markdown } = recordOf(items.get(nameOf(upsert))?.digests)
    const said = recordOf(upsert.digests)
    if (said.json === json && said.markdown === markdown && json !== undefined) continue
    const message = `It says that ${nameOf(upsert)} was ${String(upsert.change)}, and not as the index of the channel lists it.`
    ledger.report(path, 'changes-differ', message)
  }
  const withdrawals = new Set(recordsOf(changes.withdrawals).map(nameOf))
  const now = recordsOf(index.tombstones).filter(({ release }) => release === source.mark.release)
  for (const name of now.map(nameOf).filter((one) => !withdrawals.delete(one))) {
    ledger.report(path, 'changes-differ', `It does not say that ${name} was withdrawn.`)
  }
  for (const name of withdrawals) {
    const message = `It says that ${name} was withdrawn; the index of the channel has no tombstone of that.`
    ledger.report(path, 'changes-differ', message)
  }
}
