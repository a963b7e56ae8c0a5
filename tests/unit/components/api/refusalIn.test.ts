import { describe, expect, it } from 'vitest'
import { refusalIn } from '../../../../src/components/api/refusalIn.ts'

describe('refusalIn', () => {
  it('reads the message, the code and every finding', () => {
    const findings = [{ rule: 'claim-has-supporting-citation' }]
    const body = {
      errors: [{ message: 'It cannot go live.', data: { code: 'findings', findings } }],
    }
    expect(refusalIn(body)).toEqual({
      code: 'findings',
      message: 'It cannot go live.',
      findings,
      difference: [],
    })
  })

  it('reads what has changed since the text was read', () => {
    const difference = [{ place: 'statement', before: 'Old.', after: 'New.' }]
    const body = { errors: [{ message: 'It has changed.', data: { code: 'stale', difference } }] }
    expect(refusalIn(body).difference).toEqual(difference)
  })

  it.each([[undefined], [null], ['Bad Gateway'], [{}], [{ errors: [] }], [{ errors: 'many' }]])(
    'takes %j for a refusal without a reason',
    (body) => {
      expect(refusalIn(body)).toEqual({
        code: 'unknown',
        message: 'The server refused without saying why.',
        findings: [],
        difference: [],
      })
    },
  )
})
