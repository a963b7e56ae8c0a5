import { describe, expect, it } from 'vitest'
import { offeredActions } from '../../../src/components/reviewPanel/offeredActions.ts'
import type { Action, Obstacle, OpenAction } from '../../../src/domain/review/index.ts'

const open = (action: Action): OpenAction => ({ action, allowed: true })
const closed = (action: Action, code: Obstacle['code']): OpenAction => ({
  action,
  allowed: false,
  code,
  message: `Not now: ${code}.`,
})
const named = (actions: readonly { readonly action: Action }[]) =>
  actions.map(({ action }) => action)

describe('offeredActions', () => {
  it('keeps what is possible apart from what is not, with the reason', () => {
    const offered = offeredActions([closed('approve', 'role'), open('publish'), open('withdraw')])
    expect(offered.open).toEqual(['publish', 'withdraw'])
    expect(offered.remaining).toEqual([closed('approve', 'role')])
  })

  it('says beside the buttons which comment or person stands in the way of a signature', () => {
    const offered = offeredActions([
      closed('approve', 'comments'),
      closed('publish', 'state'),
      open('comment'),
    ])
    expect(named(offered.obstructed)).toEqual(['approve'])
    expect(named(offered.remaining)).toEqual(['publish'])
    expect(named(offered.closed)).toEqual(['approve', 'publish'])
  })

  it('leaves what is done elsewhere in the panel without a button', () => {
    expect(offeredActions([open('resolve'), open('unschedule')]).open).toEqual([])
  })

  it('does not explain why there is nothing to undo', () => {
    const offered = offeredActions([
      closed('resolve', 'state'),
      closed('unschedule', 'state'),
      closed('reinstate', 'state'),
    ])
    expect(offered.remaining).toEqual([])
  })

  it('offers the way out last', () => {
    expect(offeredActions([open('withdraw'), open('assign'), open('submit')]).open).toEqual([
      'submit',
      'assign',
      'withdraw',
    ])
  })
})
