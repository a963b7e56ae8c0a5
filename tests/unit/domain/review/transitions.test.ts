import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveStates, reviewStates, roles } from '../../../../src/domain/model/index.ts'
import type { LiveState, ReviewState, Role } from '../../../../src/domain/model/index.ts'
import {
  isPermitted,
  liveActions,
  nextLiveState,
  nextReviewState,
  reviewActions,
} from '../../../../src/domain/review/index.ts'
import type { LiveAction, ReviewAction } from '../../../../src/domain/review/index.ts'

/** Every cell of the tables, written out once more by hand; `-` is not possible. */
const reviewTable: Record<ReviewState, Record<ReviewAction, ReviewState | '-'>> = {
  draft: { submit: 'in-review', approve: '-', 'request-changes': '-', edit: 'draft' },
  'in-review': {
    submit: '-',
    approve: 'approved',
    'request-changes': 'changes-requested',
    edit: 'draft',
  },
  'changes-requested': {
    submit: 'in-review',
    approve: '-',
    'request-changes': '-',
    edit: 'draft',
  },
  approved: {
    submit: '-',
    approve: '-',
    'request-changes': 'changes-requested',
    edit: 'draft',
  },
}

const liveTable: Record<LiveState, Record<LiveAction, LiveState | '-'>> = {
  never: { publish: 'live', withdraw: '-' },
  live: { publish: 'live', withdraw: 'withdrawn' },
  withdrawn: { publish: 'live', withdraw: '-' },
}

const permissionTable: Record<ReviewAction | LiveAction, Record<Role, boolean>> = {
  edit: { editor: true, reviewer: false, admin: false },
  submit: { editor: true, reviewer: false, admin: false },
  approve: { editor: false, reviewer: true, admin: false },
  'request-changes': { editor: false, reviewer: true, admin: false },
  publish: { editor: true, reviewer: true, admin: false },
  withdraw: { editor: true, reviewer: true, admin: false },
}

describe('the review states', () => {
  const cells = reviewStates.flatMap((from) => reviewActions.map((action) => ({ from, action })))
  it.each(cells)('from $from, $action leads where the table says', ({ from, action }) => {
    const to = reviewTable[from][action]
    const possible = reviewActions.filter((other) => reviewTable[from][other] !== '-')
    expect(nextReviewState(from, action)).toEqual(
      to === '-' ? { ok: false, possible } : { ok: true, state: to },
    )
  })

  it('approve only what is in review', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reviewStates),
        (from) => nextReviewState(from, 'approve').ok === (from === 'in-review'),
      ),
    )
  })
})

describe('the live states', () => {
  const cells = liveStates.flatMap((from) => liveActions.map((action) => ({ from, action })))
  it.each(cells)('from $from, $action leads where the table says', ({ from, action }) => {
    const to = liveTable[from][action]
    const possible = liveActions.filter((other) => liveTable[from][other] !== '-')
    expect(nextLiveState(from, action)).toEqual(
      to === '-' ? { ok: false, possible } : { ok: true, state: to },
    )
  })
})

describe('permissions', () => {
  const actions = [...reviewActions, ...liveActions]
  const cells = actions.flatMap((action) => roles.map((role) => ({ action, role })))
  it.each(cells)('$action as $role is as the table says', ({ action, role }) => {
    expect(isPermitted(action, [role])).toBe(permissionTable[action][role])
  })

  it('add up over the roles of a person, and nobody without a role may do anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...actions), fc.subarray([...roles]), (action, held) => {
        expect(isPermitted(action, held)).toBe(held.some((role) => permissionTable[action][role]))
      }),
    )
  })
})
