import { beginRelease, openKeys, openRelease } from '../../../../src/repository/index.ts'
import { pointerName, type Pointer, type ReleaseStore } from '../../../../src/store/index.ts'

/**
 * Makes a release of many targets and then changes one item, in a store that keeps metadata only.
 * Prints how long that took and what it wrote.
 */
const [folder = '', count = ''] = process.argv.slice(2)

const metadata = new Map<string, Uint8Array>()
const reads: string[] = []
const pointer = (): Pointer | null => {
  const bytes = metadata.get(pointerName)
  return bytes === undefined ? null : { bytes, tag: Buffer.from(bytes).toString('latin1') }
}
const store: ReleaseStore = {
  place: 'memory',
  pointer: () => Promise.resolve(pointer()),
  read: (name) => {
    reads.push(name)
    return Promise.resolve(metadata.get(name) ?? null)
  },
  list: () => [] as unknown as AsyncIterable<never>,
  collect: () => Promise.resolve({ ok: true, removed: 0, bytes: 0 }),
  begin: () =>
    Promise.resolve({
      healed: null,
      put: (name, body) => {
        if (name.startsWith('metadata/')) metadata.set(name, body)
        return Promise.resolve('new')
      },
      commit: (bytes) => {
        metadata.set(pointerName, bytes)
        return Promise.resolve({ ok: true, written: 0, pointer: pointer() ?? { bytes, tag: '' } })
      },
      abort: () => Promise.resolve(),
    }),
}

const keys = openKeys(folder)
const now = new Date()
const lists = ['us-en', 'gb-en'].flatMap((channel) =>
  ['index.json', 'references.json', 'references.bib', 'feed.json', 'atom.xml', 'llms.txt'].map(
    (name) => `${channel}/${name}`,
  ),
)
const schemas = Array.from({ length: 12 }, (_, at) => `schema/schema-${String(at)}.json`)
const item = (at: number): readonly string[] =>
  ['json', 'md'].map((form) => `us-en/claims/a-claim-about-chronic-back-pain-${String(at)}.${form}`)

async function release(number: number, paths: Iterable<string>): Promise<number> {
  const began = process.cpuUsage()
  const base = await openRelease(store)
  const draft = await beginRelease({ store, keys, base, now, startsEmpty: base === null })
  for (const path of paths) await draft.put(path, Buffer.from(`${path} ${String(number)}`))
  const outcome = await draft.commit({ release: number, auditHead: null })
  if (!outcome.ok) throw new Error(outcome.reason)
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000
}

function* everything(): Generator<string> {
  yield* ['index.json', ...lists, ...schemas]
  for (let at = 0; at < Number(count) / 2; at += 1) yield* item(at)
}

const buildMs = await release(1, everything())
const bins = [...metadata.keys()].filter((name) => name.includes('.bin-')).length
reads.length = 0
const changeMs = await release(2, ['index.json', ...lists, 'us-en/changes/2.json', ...item(7)])
const written = [...metadata].filter(([name]) => name.startsWith('metadata/2.'))
console.log(
  JSON.stringify({
    ...{ buildMs, changeMs, bins },
    binsRead: reads.filter((name) => name.includes('.bin-')).length,
    binsWritten: written.filter(([name]) => name.includes('.bin-')).length,
    // What a reader that had release 1 fetches: all of it, and the timestamp.
    bytesToFetch: [...written, [pointerName, metadata.get(pointerName)] as const]
      .map(([, body]) => body?.byteLength ?? 0)
      .reduce((sum, bytes) => sum + bytes),
  }),
)
