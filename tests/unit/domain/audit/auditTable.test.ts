import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditTable, visible } from '../../../../src/domain/audit/index.ts'
import type { NewLogEntry } from '../../../../src/domain/model/index.ts'
import { claim, erin, rita, study } from '../review/world.ts'
import { Archive } from './archive.ts'

function lines(action: NewLogEntry['action'], extra: Partial<NewLogEntry>): string[] {
  const archive = new Archive([study(), claim()])
  const { actor = erin, ...rest } = extra
  archive.add(action, claim(), actor, rest)
  return [...auditTable(archive.entries)]
}

const hostile = [
  'two\nlines',
  'a\r\n7 | 2030-01-01 00:00:00 | claim/x | approve',
  'colour \u001B[31mred\u001B[0m',
  'title \u001B]0;owned\u0007',
  '\u009B2J',
  'turned \u202Etxet\u2069',
  'zero\u200Bwidth',
  'half \uD800 a pair',
  'line\u2028separator',
  'nul\u0000',
]

describe('the table of the log', () => {
  it('shows number, time, subject, action, person as they were, hash and what was said', () => {
    const [head = '', rule = '', row = '', ...rest] = lines('approve', {
      at: '2026-11-01T09:30:00.000Z',
      actor: { ...rita, name: 'Rita Reviewer', credentials: 'MD', isFictitious: false },
      reason: 'Read twice.',
    })
    expect(rest).toEqual([])
    expect(head).toMatch(/No\. .*Time \(UTC\).*Subject.*Action.*Person.*Hash.*Said/)
    expect(rule).toMatch(/^[-| ]+$/)
    const cells = row.split('|').map((cell) => cell.trim())
    expect(cells).toEqual([
      '1',
      '2026-11-01 09:30:00',
      'claim/soreness',
      'approve',
      'Rita Reviewer, MD (reviewer)',
      expect.stringMatching(/^[0-9a-f]{12}$/),
      'medically accurate; 1 asked of reviewer; Read twice.',
    ])
  })

  it.each<[NewLogEntry['action'], Partial<NewLogEntry>, string]>([
    [
      'withdraw',
      { withdrawalKind: 'superseded', supersededBy: 'claim/new' },
      'kind: superseded; superseded by claim/new',
    ],
    ['assign', { assignee: 'rita', due: '2026-12-01' }, 'asks rita until 2026-12-01'],
    ['comment', { place: 'statement', text: 'Which people?' }, 'at statement; Which people?'],
    ['resolve', { refersTo: 12 }, 'to entry 12'],
    ['schedule', { publishAt: '2026-12-01T08:00:00.000Z' }, 'for 2026-12-01T08:00:00.000Z'],
    ['edit', { changed: ['citations', 'statement'] }, 'changed: citations, statement'],
  ])('says of %s what belongs to it', (action, extra, said) => {
    expect(lines(action, extra).at(-1)).toMatch(new RegExp(`\\| ${said.replaceAll('?', '\\?')}$`))
  })

  it('marks people who do not exist', () => {
    expect(lines('edit', { actor: erin }).at(-1)).toContain('erin (editor, fictitious)')
  })

  it.each(hostile)('lets no text make a row, a cell or a command to the terminal: %j', (text) => {
    const table = lines('withdraw', { reason: text, actor: { ...erin, name: text } })
    expect(table).toHaveLength(3)
    const row = table.at(-1) ?? ''
    expect(row).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    expect(row.split('|')).toHaveLength(7)
  })

  it('shows any text so that it can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text)
        const back = shown.replace(/\\\\|\\u\{([0-9a-f]+)\}/g, (mark, code?: string) =>
          code === undefined ? mark.slice(1) : String.fromCodePoint(parseInt(code, 16)),
        )
        expect(back).toBe(text)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
})
