import { type OpenedRelease, beginRelease, openRelease } from '../../../src/repository/index.ts'
import { type ReleaseStore, sha256Hex } from '../../../src/store/index.ts'
import { exampleKeys } from './exampleKeys.ts'

export const picture = Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256)
export const picturePath = `media/${sha256Hex(picture)}.png`

const withdrawn = {
  kind: 'claim',
  key: 'fallen',
  reason: 'The placeholder study was retracted.',
  date: '2026-02-28',
}

export const texts = {
  'index.json': JSON.stringify({ channels: [{ key: 'us-en' }], filler: 'index '.repeat(100) }),
  'us-en/index.json': channelIndex(withdrawn),
  'us-en/therapies/made-up.md': `# Made-up therapy\n\n${'Placeholder text. '.repeat(50)}\n`,
  'us-en/therapies/made-up.json': JSON.stringify({ key: 'made-up', filler: 'x '.repeat(400) }),
  'us-en/changes/1.json': JSON.stringify({ upserts: ['therapy/made-up'], filler: 'y'.repeat(400) }),
  'us-en/tiny.json': '{}',
} as const

/** The index of a channel from which these were withdrawn. */
export function channelIndex(...tombstones: readonly object[]): string {
  return JSON.stringify({ items: [], tombstones })
}

/** Commits a release with one file of every sort, and one withdrawn claim; null leaves a file out. */
export async function publishExample(
  store: ReleaseStore,
  changes: Readonly<Record<string, string | null>> = {},
  now = new Date(),
): Promise<OpenedRelease> {
  const base = await openRelease(store)
  const keys = await exampleKeys()
  const draft = await beginRelease({ store, keys, base, now, startsEmpty: true })
  await draft.put(picturePath, picture)
  const all: Readonly<Record<string, string | null>> = { ...texts, ...changes }
  for (const [path, text] of Object.entries(all)) {
    if (text !== null) await draft.put(path, Buffer.from(text))
  }
  const outcome = await draft.commit({ release: (base?.release ?? 0) + 1, auditHead: null })
  if (!outcome.ok) throw new Error('Somebody else has committed.')
  return outcome.release
}
