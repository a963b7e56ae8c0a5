import { expect, it } from 'vitest'
import { codeOf } from '../../../src/mail/codeOf.ts'

it.each<[error: unknown, code: string]>([
  [Object.assign(new Error('connect to 127.0.0.1:25'), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [
    Object.assign(new Error('550 rea@x'), { code: 'EENVELOPE', responseCode: 550 }),
    'EENVELOPE 550',
  ],
  [Object.assign(new Error('secret'), { code: 'secret words' }), 'Error'],
  [new TypeError('secret'), 'TypeError'],
  ['secret', 'unknown'],
])('a mail that failed is logged by its code alone: %#', (error, code) => {
  expect(codeOf(error)).toBe(code)
})
