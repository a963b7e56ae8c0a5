import type { Finding, SubjectName } from '../model/index.ts'
import type { Withheld } from './releasePlan.ts'

/** A subject that was withheld, as far as it has to be remembered for others that lean on it. */
export type KnownWithheld = Pick<
  Withheld,
  'subject' | 'channel' | 'inChannels' | 'reason' | 'since'
>

/**
 * What is known of subjects before a plan is made, so that the gate is asked about some and not about
 * all: a large content is planned in parts, and a small change is no reason to judge everything.
 */
export interface Prior {
  /** Whether the gate has to be asked about a subject. */
  readonly isOpen: (name: SubjectName) => boolean
  /** What is withheld among those it need not be asked about; the others stand. */
  readonly withheld: ReadonlyMap<SubjectName, readonly KnownWithheld[]>
}

/** Nothing is known: the gate is asked about everything. */
export const nothingKnown: Prior = { isOpen: () => true, withheld: new Map() }

/** The errors that a subject is known to fail by: of each, what is said of it and where. */
export function knownErrors(name: SubjectName, { withheld }: Prior): readonly Finding[] {
  return (withheld.get(name) ?? []).flatMap(({ reason, channel, inChannels }) => {
    const channels = inChannels ?? (channel === undefined ? [] : [channel])
    const everywhere = knownError(name, reason)
    return channels.length === 0
      ? [everywhere]
      : channels.map((each) => ({ ...everywhere, channel: each }))
  })
}

/** Only its message and its channel are read: they stand in the notice that takes a claim's place. */
function knownError(subject: SubjectName, message: string): Finding {
  return {
    rule: 'known-to-fail',
    severity: 'error',
    concern: 'surroundings',
    subject,
    place: '',
    message,
    remedy: 'See the release that withheld it first.',
    authority: { label: 'DESIGN, The gate' },
  }
}
