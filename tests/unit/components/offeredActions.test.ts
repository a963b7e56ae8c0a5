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
const offered = (...actions: readonly OpenAction[]) => offeredActions(actions, true)
const named = (actions: readonly { readonly action: Action }[]) =>
  actions.map(({ action }) => action)

describe('offeredActions', () => {
  it('keeps what is possible apart from what is not, with the reason', () => {
    const { open: possible, remaining } = offered(
      closed('approve', 'role'),
      open('publish'),
      open('withdraw'),
    )
    expect(possible).toEqual(['publish', 'withdraw'])
    expect(remaining).toEqual([closed('approve', 'role')])
  })

  it('says beside the buttons which comment or person stands in the way of a signature', () => {
    const all = offered(closed('approve', 'comments'), closed('publish', 'state'), open('comment'))
    expect(named(all.obstructed)).toEqual(['approve'])
    expect(named(all.remaining)).toEqual(['publish'])
    expect(named(all.closed)).toEqual(['approve', 'publish'])
  })

  it('leaves what is done elsewhere in the panel without a button', () => {
    expect(offered(open('resolve'), open('unschedule')).open).toEqual([])
  })

  it('does not explain why there is nothing to undo', () => {
    const nothing = (['resolve', 'unschedule', 'reinstate'] as const).map((action) =>
      closed(action, 'state'),
    )
    expect(offered(...nothing).remaining).toEqual([])
  })

  it('offers the way out last', () => {
    expect(offered(open('withdraw'), open('assign'), open('submit')).open).toEqual([
      'submit',
      'assign',
      'withdraw',
    ])
  })

  it('says nothing of review where nothing is signed', () => {
    const study = [
      closed('submit', 'state'),
      closed('approve', 'role'),
      closed('withdraw', 'state'),
    ]
    expect(named(offeredActions(study, false).remaining)).toEqual(['withdraw'])
  })
})
