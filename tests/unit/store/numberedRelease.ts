import type { NewRelease } from '../../../src/store/index.ts'

/** The release that follows number `expected` (0: none): some files of its own, one that stays. */
export function numberedRelease(expected: number): NewRelease {
  const release = String(expected + 1)
  const texts = {
    'index.json': JSON.stringify({ release }),
    'us-en/one.md': `One, as of ${release}.`,
    'us-en/two.md': `Two, as of ${release}.`,
    'us-en/constant.md': 'The same in each release.',
  }
  return {
    files: Object.entries(texts).map(([path, text]) => ({
      path,
      contentType: 'text/plain; charset=utf-8',
      body: Buffer.from(text),
    })),
    tombstones: {},
    expected: expected === 0 ? null : expected,
    now: new Date('2026-03-01T10:00:00.000Z'),
  }
}
