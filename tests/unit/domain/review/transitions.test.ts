import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveStates, reviewStates, roles } from '../../../../src/domain/model/index.ts'
import type { LiveState, ReviewState, Role } from '../../../../src/domain/model/index.ts'
import {
  actions,
  isPermitted,
  liveActions,
  nextLiveState,
  nextReviewState,
  reviewActions,
} from '../../../../src/domain/review/index.ts'
import type {
  LiveAction,
  PermittedAction,
  ReviewAction,
} from '../../../../src/domain/review/index.ts'

/** Every cell of the tables, written out once more by hand; `-` is not possible. */
const reviewTable: Record<ReviewState, Record<ReviewAction, ReviewState | '-'>> = {
  draft: {
    submit: 'in-review',
    approve: '-',
    'request-changes': '-',
    edit: 'draft',
    expire: '-',
  },
  'in-review': {
    submit: '-',
    approve: 'approved',
    'request-changes': 'changes-requested',
    edit: 'draft',
    expire: '-',
  },
  'changes-requested': {
    submit: 'in-review',
    approve: '-',
    'request-changes': '-',
    edit: 'draft',
    expire: '-',
  },
  approved: {
    submit: '-',
    approve: '-',
    'request-changes': 'changes-requested',
    edit: 'draft',
    expire: 'in-review',
  },
}

const liveTable: Record<LiveState, Record<LiveAction, LiveState | '-'>> = {
  never: { publish: 'live', withdraw: '-', reinstate: '-' },
  live: { publish: 'live', withdraw: 'withdrawn', reinstate: '-' },
  withdrawn: { publish: '-', withdraw: '-', reinstate: 'live' },
}

const permissionTable: Record<PermittedAction, Record<Role, boolean>> = {
  edit: { editor: true, reviewer: false, admin: false },
  submit: { editor: true, reviewer: false, admin: false },
  assign: { editor: true, reviewer: true, admin: false },
  comment: { editor: true, reviewer: true, admin: false },
  resolve: { editor: true, reviewer: true, admin: false },
  approve: { editor: false, reviewer: true, admin: false },
  'request-changes': { editor: false, reviewer: true, admin: false },
  expire: { editor: false, reviewer: false, admin: false },
  publish: { editor: true, reviewer: true, admin: false },
  schedule: { editor: true, reviewer: true, admin: false },
  unschedule: { editor: true, reviewer: true, admin: false },
  reinstate: { editor: true, reviewer: true, admin: false },
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

describe('the tables', () => {
  it('lead to known states only, and from every state at least one way', () => {
    for (const from of reviewStates) {
      const ways = reviewActions.map((action) => nextReviewState(from, action))
      const reached = ways.flatMap((way) => (way.ok ? way.state : []))
      expect(reached.length, from).toBeGreaterThan(0)
      for (const state of reached) expect(reviewStates).toContain(state)
    }
    for (const from of liveStates) {
      const ways = liveActions.map((action) => nextLiveState(from, action))
      const reached = ways.flatMap((way) => (way.ok ? way.state : []))
      expect(reached.length, from).toBeGreaterThan(0)
      for (const state of reached) expect(liveStates).toContain(state)
    }
  })

  it('bring an approved text back to its reviewers when time runs out, and nothing else', () => {
    const expiring = reviewStates.filter((from) => nextReviewState(from, 'expire').ok)
    expect(expiring).toEqual(['approved'])
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
  it('speak of every transition and of every action', () => {
    const all = new Set([...reviewActions, ...liveActions, ...actions])
    expect(Object.keys(permissionTable).toSorted()).toEqual([...all].toSorted())
  })

  const permitted = Object.keys(permissionTable) as PermittedAction[]
  const cells = permitted.flatMap((action) => roles.map((role) => ({ action, role })))
  it.each(cells)('$action as $role is as the table says', ({ action, role }) => {
    expect(isPermitted(action, [role])).toBe(permissionTable[action][role])
  })

  it('add up over the roles of a person, and nobody without a role may do anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...permitted), fc.subarray([...roles]), (action, held) => {
        expect(isPermitted(action, held)).toBe(held.some((role) => permissionTable[action][role]))
      }),
    )
  })
})
