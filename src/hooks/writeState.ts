import type { RequestContext } from 'payload'
import type { LogDetails, LogEntry, NewLogEntry } from '../domain/model/index.ts'
import type { NamedText } from '../records/index.ts'

/** An entry that a write leaves in the log, and the text it names. */
export interface WrittenEntry {
  readonly entry: NewLogEntry
  readonly text: NamedText
}

/** What a write that passed the gate leaves for its records. */
export interface JudgedWrite {
  readonly entries: readonly WrittenEntry[]
  /** The live text is another one afterwards, or there is none any more. */
  readonly changesLive: boolean
  /** Readers knew the text, or knew that it was withdrawn, and find something else afterwards. */
  readonly changesReading: boolean
  /** The facts of a study that claims rest on are others afterwards. */
  readonly changesFacts: boolean
}

/** To the main table, or only to the versions beside it. */
export type SaveMode = 'main' | 'beside' | 'restore' | 'restore-beside'

/** What the log says of a change of the live text, beside who, when and which text. */
export type LiveIntent =
  | ({ readonly action: 'withdraw'; readonly reason: string } & Pick<
      LogDetails,
      'supersededBy' | 'withdrawalKind'
    >)
  | { readonly action: 'reinstate'; readonly reason: string }
  | ({ readonly action: 'publish' } & Pick<LogDetails, 'refersTo'>)

/**
 * What hooks of one request tell each other. It rides on `req.context` under a string key: Payload
 * rebuilds that object for nested calls and drops symbols. Bodies cannot reach it.
 */
export class WriteState {
  /** Where the running operation of a collection writes. */
  readonly saveMode = new Map<string, SaveMode>()
  readonly judged = new Map<LogEntry['subject'], JudgedWrite>()
  /** Set while a person's review action changes what is live. */
  intent: LiveIntent | undefined
}

const property = 'citegate'

/** The state of a request; made at the first asking. */
export function writeState(context: RequestContext): WriteState {
  const found: unknown = context[property]
  if (found instanceof WriteState) return found
  const made = new WriteState()
  context[property] = made
  return made
}
