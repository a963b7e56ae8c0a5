import { describe, expect, it } from 'vitest'
import { refusalIn } from '../../../src/components/reviewPanel/refusalIn.ts'

describe('refusalIn', () => {
  it('reads the message, the code and every finding', () => {
    const findings = [{ rule: 'claim-has-supporting-citation' }]
    const body = {
      errors: [{ message: 'It cannot go live.', data: { code: 'findings', findings } }],
    }
    expect(refusalIn(body)).toEqual({ code: 'findings', message: 'It cannot go live.', findings })
  })

  it.each([[undefined], [null], ['Bad Gateway'], [{}], [{ errors: [] }], [{ errors: 'many' }]])(
    'takes %j for a refusal without a reason',
    (body) => {
      expect(refusalIn(body)).toEqual({
        code: 'unknown',
        message: 'The server refused without saying why.',
        findings: [],
      })
    },
  )
})
