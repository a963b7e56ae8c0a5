import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Terminal } from '../../../src/terminal/index.ts'
import { Interrupted, askSecret } from '../../../src/terminal/index.ts'

/** A terminal that types, and remembers what it was shown. */
function typing(...chunks: readonly string[]) {
  const input = new PassThrough()
  const raw: boolean[] = []
  const keyboard = Object.assign(input, {
    isRaw: false,
    setRawMode(isRaw: boolean) {
      raw.push(isRaw)
      return this
    },
  })
  const output = new PassThrough({ encoding: 'utf8' })
  for (const chunk of chunks) input.write(chunk)
  const terminal = { input: keyboard, output } as unknown as Terminal
  return { terminal, raw, shown: () => String(output.read() ?? '') }
}

describe('a secret asked for on a terminal', () => {
  it('is read to the end of the line and never shown', async () => {
    const { terminal, raw, shown } = typing('correct ', 'horse\r')
    expect(await askSecret(terminal, 'Password: ')).toBe('correct horse')
    expect(shown()).toBe('Password: \n')
    expect(raw).toEqual([true, false])
  })

  it('keeps every character of every script', async () => {
    const { terminal } = typing('pässwörd 🐎\n')
    expect(await askSecret(terminal, '')).toBe('pässwörd 🐎')
  })

  it('can be corrected while it is typed', async () => {
    const { terminal } = typing('🐎x\u007F\u007Fab\bc\r')
    expect(await askSecret(terminal, '')).toBe('ac')
  })

  it('is given up at Ctrl-C, and the terminal is as it was', async () => {
    const { terminal, raw } = typing('half\u0003')
    await expect(askSecret(terminal, '')).rejects.toThrow(Interrupted)
    expect(raw).toEqual([true, false])
  })
})
