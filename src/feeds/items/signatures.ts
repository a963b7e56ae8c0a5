import type { LogEntry, Subject } from '../../domain/model/index.ts'
import { subjectName } from '../../domain/model/index.ts'
import type { Approval } from '../../domain/review/index.ts'
import type { ItemContent } from '../schemas/index.ts'
import type { ItemContext } from './itemContext.ts'

type Signed = Pick<
  ItemContent,
  'version' | 'contentHash' | 'lastReviewed' | 'reviewDue' | 'approvals'
>

/** Who signed which text when, and until when it holds. */
export function signedContent(subject: Subject, context: ItemContext): Signed {
  const { version, contentHash, lastReviewed, reviewDue, approvals } = context.standing(subject)
  return {
    // A study or condition may go live without a dated publication; it is in its first version then.
    version: Math.max(1, version),
    contentHash,
    lastReviewed,
    reviewDue,
    approvals: approvals.map(({ actor, meaning, at, contentHash: signedHash }) => ({
      name: actor.name,
      credentials: actor.credentials,
      orcid: actor.orcid,
      meaning,
      at,
      contentHash: signedHash,
      fictitious: actor.isFictitious,
    })),
  }
}

/** A signer as a reader is told of them: `Ada Example, MD (fictitious)`. */
export function signerName({ actor }: Pick<Approval, 'actor'>, { phrases }: ItemContext): string {
  const name = actor.credentials === undefined ? actor.name : `${actor.name}, ${actor.credentials}`
  return actor.isFictitious ? `${name} (${phrases.fictitious})` : name
}

/** The signers of a subject, each once, in the order of their signatures. */
export function reviewers(subject: Subject, context: ItemContext): readonly string[] {
  const names = context.standing(subject).approvals.map((one) => signerName(one, context))
  return [...new Set(names)]
}

/** True if somebody who wrote or signed one of the subjects does not exist. */
export function areFictitious(subjects: readonly Subject[], { graph }: ItemContext): boolean {
  const entries = (subject: Subject): readonly LogEntry[] =>
    graph.log.get(subjectName(subject)) ?? []
  return subjects.some((subject) => entries(subject).some(({ actor }) => actor.isFictitious))
}

/** What an item says of people who do not exist, in data. */
export function honesty(
  subjects: readonly Subject[],
  context: ItemContext,
): Pick<ItemContent, 'fictitiousSigners' | 'notice'> {
  return areFictitious(subjects, context)
    ? { fictitiousSigners: true, notice: context.phrases.fictitiousSigners }
    : { fictitiousSigners: false }
}
