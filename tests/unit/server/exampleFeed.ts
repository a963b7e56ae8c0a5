import type { NewRelease } from '../../../src/store/index.ts'
import { sha256Hex } from '../../../src/store/index.ts'

export const picture = Uint8Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256)
export const picturePath = `media/${sha256Hex(picture)}.png`

export const texts = {
  'index.json': JSON.stringify({ release: 1, filler: 'index '.repeat(100) }),
  'us-en/therapy/made-up.md': `# Made-up therapy\n\n${'Placeholder text. '.repeat(50)}\n`,
  'us-en/therapy/made-up.json': JSON.stringify({ key: 'made-up', filler: 'x '.repeat(400) }),
  'us-en/changes/1.json': JSON.stringify({ upserts: ['therapy/made-up'], filler: 'y'.repeat(400) }),
  'us-en/tiny.json': '{}',
} as const

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}

const withdrawn = {
  kind: 'claim',
  key: 'fallen',
  channel: 'us-en',
  reason: 'The placeholder study was retracted.',
  date: '2026-02-28',
}

/** A release with one file of every sort, and one withdrawn claim. */
export function exampleRelease(
  changes: Readonly<Record<string, string>> = {},
  expected: number | null = null,
): NewRelease {
  return {
    files: [
      ...Object.entries({ ...texts, ...changes }).map(([path, text]) => ({
        path,
        contentType: contentTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain',
        body: Buffer.from(text),
      })),
      { path: picturePath, contentType: 'image/png', body: picture },
    ],
    tombstones: {
      'us-en/claim/fallen.json': withdrawn,
      'us-en/claim/fallen.md': withdrawn,
    },
    expected,
    now: new Date('2026-03-01T10:00:00.000Z'),
  }
}
