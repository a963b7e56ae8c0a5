import { describe, expect, it } from 'vitest'
import { offeredActions } from '../../../src/components/reviewPanel/offeredActions.ts'
import type { ReviewView } from '../../../src/components/reviewPanel/reviewView.ts'

const view = (isNewestLive: boolean): Pick<ReviewView, 'actions' | 'subject' | 'isNewestLive'> => ({
  subject: { kind: 'claim', key: 'an-invented-claim' },
  isNewestLive,
  actions: [
    { action: 'approve', allowed: false, code: 'role', message: 'You cannot approve it.' },
    { action: 'publish', allowed: true },
    { action: 'withdraw', allowed: true },
  ],
})

describe('offeredActions', () => {
  it('keeps what is possible apart from what is not, with the reason', () => {
    const { open, closed } = offeredActions(view(false))
    expect(open).toEqual(['publish', 'withdraw'])
    expect(closed).toEqual([expect.objectContaining({ message: 'You cannot approve it.' })])
  })

  it('offers no publication of the text that is live', () => {
    const { open, closed } = offeredActions(view(true))
    expect(open).toEqual(['withdraw'])
    expect(closed.map(({ action }) => action)).toEqual(['approve', 'publish'])
  })
})
