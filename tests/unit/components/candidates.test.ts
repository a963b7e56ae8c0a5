import { describe, expect, it } from 'vitest'
import type { Actor, ReviewPolicy, Role } from '../../../src/domain/model/index.ts'
import { candidates } from '../../../src/components/reviewPanel/assignment/candidates.ts'

const policy: ReviewPolicy = { approvals: 2, roles: ['reviewer'] }
const person = (key: string, ...roles: readonly Role[]) => ({ key, name: key, roles })
const actor = (key: string): Actor => ({ key, name: key, roles: [], isFictitious: true })
const people = [
  person('ada', 'admin'),
  person('both', 'editor', 'reviewer'),
  person('ivo', 'reviewer'),
  person('rita', 'reviewer'),
]
const nothing = { policy, authors: [], approvals: [] }

describe('candidates', () => {
  it('are the people with a role that signs', () => {
    expect(candidates(people, nothing).map(({ person: { key } }) => key)).toEqual([
      'both',
      'ivo',
      'rita',
    ])
  })

  it('says of an author why they are not possible, after those who are', () => {
    const listed = candidates(people, { ...nothing, authors: [actor('both')] })
    expect(listed.map(({ person: { key }, because }) => [key, because])).toEqual([
      ['ivo', undefined],
      ['rita', undefined],
      ['both', 'wrote a part of it'],
    ])
  })

  it('does not ask for a second signature of the same person, but for a renewal of it', () => {
    const approval = {
      actor: actor('ivo'),
      at: '2026-11-01T10:00:00.000Z',
      meaning: 'medically-accurate' as const,
      contentHash: 'cg1-0',
      policy,
    }
    const ivo = (view: Parameters<typeof candidates>[1]) =>
      candidates(people, view).find((each) => each.person.key === 'ivo')?.because
    expect(ivo({ ...nothing, approvals: [approval] })).toBe('has signed it')
    expect(ivo({ ...nothing, approvals: [approval], renewal: { approvals: [] } })).toBeUndefined()
  })
})
