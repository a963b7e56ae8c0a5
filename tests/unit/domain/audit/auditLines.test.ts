import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { auditLine, auditLines } from '../../../../src/domain/audit/index.ts'
import { codes, soundArchive } from './archive.ts'

const exported = () => soundArchive().entries.map(auditLine)

async function check(lines: readonly string[]) {
  return auditLines(
    (async function* () {
      yield* lines
      await Promise.resolve()
    })(),
  )
}

describe('an exported log', () => {
  it('proves itself, with the head that was exported', async () => {
    const { hash } = soundArchive().entries.at(-1) ?? {}
    expect(await check(exported())).toEqual({
      ok: true,
      head: { sequence: 10, hash },
      counts: { entries: 10 },
      breaks: [],
    })
  })

  it('can be recomputed with nothing but a text tool and SHA-256', () => {
    let before = '0'.repeat(64)
    for (const line of exported()) {
      const [, hash = ''] = /"hash":"([0-9a-f]{64})",/.exec(line) ?? []
      const hashed = line.replace(/"hash":"[0-9a-f]{64}",/, '')
      expect(createHash('sha256').update(hashed).digest('hex')).toBe(hash)
      expect(line).toContain(`"previousHash":"${before}"`)
      before = hash
    }
  })

  it('cannot be fooled by a reason that looks like a hash', () => {
    const [entry] = soundArchive().entries
    const line = auditLine({
      ...(entry as NonNullable<typeof entry>),
      reason: `"hash":"${'f'.repeat(64)}",`,
    })
    expect(line.match(/"hash":"[0-9a-f]{64}",/g)).toEqual([`"hash":"${String(entry?.hash)}",`])
  })

  it.each<[string, (lines: string[]) => void, string]>([
    [
      'an altered line',
      (lines) => void (lines[4] = String(lines[4]).replace('rita', 'ravi')),
      'entry-altered at entry 5',
    ],
    ['a missing line', (lines) => void lines.splice(4, 1), 'entry-missing at entry 5'],
    [
      'a line twice',
      (lines) => void lines.splice(4, 0, String(lines[4])),
      'entry-repeated at entry 5',
    ],
    ['lines in another order', (lines) => void lines.reverse(), 'entry-repeated at entry 1'],
    ['a line that is no JSON', (lines) => void (lines[4] = '{'), 'entry-unreadable at entry 5'],
    ['an empty line', (lines) => void lines.splice(4, 0, ''), 'entry-unreadable at entry 5'],
    [
      'a line with spaces in it',
      (lines) => void (lines[4] = `${String(lines[4])} `),
      'line-altered at line 5',
    ],
    [
      'a property that stands twice',
      (lines) => void (lines[4] = String(lines[4]).replace('{', '{"action":"withdraw",')),
      'line-altered at line 5',
    ],
    [
      'half a character',
      (lines) => void (lines[4] = String(lines[4]).replace('"rita"', '"\\ud800"')),
      'entry-altered at entry 5',
    ],
  ])('shows %s', async (_, interfere, found) => {
    const lines = exported()
    interfere(lines)
    const report = await check(lines)
    expect(report.ok).toBe(false)
    expect(codes(report)).toContain(found)
  })
})
