import type { PayloadRequest } from 'payload'
import { hasRole } from '../access/index.ts'
import type { Actor, Graph, LiveState, Subject, SubjectName } from '../domain/model/index.ts'
import { isKey, subjectName } from '../domain/model/index.ts'
import type { GatedDocument, GatedSlug, Keys } from '../projection/index.ts'
import { referencesIn } from '../projection/index.ts'
import { refusal } from '../refusal.ts'
import { dependentsOf, liveDependentsOf } from './dependents.ts'
import type { LiveIntent } from './writeState.ts'

/*
 * What a write is refused for before the gate is asked about its words. Each throws a refusal that
 * says what happened, why, and what to do.
 */

/**
 * A state is a word. One of the databases finds a list by a word in it, so that a text with such a
 * state would be live there and a draft to the gate.
 */
export function refuseOddStatus({ _status: status }: GatedDocument): void {
  if (status === undefined || status === 'draft' || status === 'published') return
  throw refusal('malformed', '_status is either draft or published; nothing was saved.')
}

/** A reference that leads nowhere would be lost, on one database by an error, on another in silence. */
export function refuseLooseEnds(slug: GatedSlug, next: GatedDocument, keys: Keys): void {
  const loose = referencesIn(slug, next).find(({ to, id }) => !keys.holds(to, id))
  if (loose === undefined) return
  throw refusal(
    'malformed',
    `${loose.place}: there is nothing with the id ${loose.id} in ${loose.to}. Choose one that exists; nothing was saved.`,
  )
}

/**
 * The log names a subject by its key, from the first draft on. A key is never reused: feeds out there
 * know what it meant (DESIGN, words).
 */
export function refuseUnusableKey(graph: Graph, subject: Subject): void {
  if (subject.key === '') {
    throw refusal(
      'malformed',
      `A new ${subject.kind} needs a key, or a title, statement or name to make one from; nothing was saved.`,
    )
  }
  if (!isKey(subject.key)) {
    throw refusal(
      'malformed',
      'A key has lower-case letters, digits and single hyphens, at most 80; nothing was saved.',
    )
  }
  const name = subjectName(subject)
  if ((graph.log.get(name) ?? []).length === 0) return
  throw refusal(
    'conflict',
    `The key ${subject.key} was used before, and a key is never used for another thing. Choose another key.`,
  )
}

/** Content is changed by editors, and goes live by editors and reviewers. */
export function refuseForeignHands(
  req: PayloadRequest,
  actor: Actor,
  { isChange, isPublication }: { readonly isChange: boolean; readonly isPublication: boolean },
): void {
  if (isChange && !hasRole(req.user, 'editor')) {
    throw refusal('role', `Only editors change content, and ${actor.name} is none. Ask an editor.`)
  }
  if (isPublication && !hasRole(req.user, 'editor', 'reviewer')) {
    throw refusal('role', `Only editors and reviewers publish, and ${actor.name} is neither.`)
  }
}

/** What is live leaves by withdrawal alone (DESIGN, invariant 5). */
export async function refuseUnpublishing(
  req: PayloadRequest,
  slug: GatedSlug,
  live: GatedDocument,
  name: SubjectName,
): Promise<never> {
  const dependents = await liveDependentsOf(req, slug, String(live.id))
  const alsoLive =
    dependents.length === 0 ? '' : ` What is live depends on it: ${dependents.join(', ')}.`
  throw refusal(
    dependents.length === 0 ? 'state' : 'in-use',
    `${name} is live, and this write would take it out of the feed without a reason.${alsoLive} Save it with draft=true beside the live text, publish it, or withdraw it with a reason.`,
    {
      possible: ['save with draft=true', 'publish', 'withdraw'],
      ...(dependents.length === 0 ? {} : { dependents }),
    },
  )
}

/** What was withdrawn comes back with a reason, never by a write of its state. */
export function refuseSilentReturn(
  name: SubjectName,
  liveState: LiveState,
  intent: LiveIntent | undefined,
): void {
  if (liveState !== 'withdrawn' || intent?.action === 'reinstate') return
  throw refusal(
    'state',
    `${name} was withdrawn, and comes back only by being reinstated with a reason. Send the action reinstate to its review.`,
    { possible: ['save with draft=true', 'reinstate'] },
  )
}

/** Content is not put in a trash: drafts that nobody needs are deleted, live texts withdrawn. */
export async function refuseTrashing(
  req: PayloadRequest,
  slug: GatedSlug,
  { id }: GatedDocument,
  name: SubjectName,
): Promise<never> {
  const dependents = id === undefined ? [] : await dependentsOf(req, slug, String(id))
  if (dependents.length > 0) {
    throw refusal(
      'in-use',
      `${name} cannot be put away: it is referred to by ${dependents.join(', ')}. Take it out there first.`,
      { dependents },
    )
  }
  throw refusal(
    'state',
    `There is no trash, so ${name} cannot be put in it. Withdraw what is live with a reason; delete a draft.`,
    { possible: ['withdraw', 'delete'] },
  )
}
