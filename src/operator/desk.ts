import type { SubjectKind, SubjectName, WithdrawalKind } from '../domain/model/index.ts'
import type { Cascade } from '../domain/release/index.ts'

/** A subject as an operator has found it. */
export interface Found {
  /** Database id; it stays inside. */
  readonly id: string
  readonly subject: SubjectName
  /** What people call it. */
  readonly title: string
  readonly isLive: boolean
}

export interface Withdrawal {
  readonly kind: WithdrawalKind
  readonly reason: string
  readonly supersededBy?: SubjectName
}

/** What became of the feed after a withdrawal. */
export type Aftermath =
  | { readonly ok: true; readonly release: number }
  /** Nothing is wrong with the withdrawal; `message` says what to do about the feed. */
  | { readonly ok: false; readonly message: string }

/**
 * Where one signed-in person acts from a command line: in the running server, or in the database
 * when no server runs. Both ask the same rules; each method throws DeskRefused when they say no.
 */
export interface Desk {
  /** In words, for the person. */
  readonly where: string
  readonly find: (subject: SubjectName) => Promise<Found | undefined>
  /** Everything of a kind that is live. */
  readonly liveNames: (kind: SubjectKind) => Promise<readonly SubjectName[]>
  /** What would follow if it were withdrawn now. */
  readonly cascade: (found: Found) => Promise<Cascade>
  /** Withdraws it; returns the number of the log entry. */
  readonly withdraw: (found: Found, withdrawal: Withdrawal) => Promise<number>
  /** Waits for the release that follows from a log entry, or makes it. */
  readonly release: (sequence: number) => Promise<Aftermath>
}

export interface Credentials {
  readonly email: string
  readonly password: string
}

/** The rules say no: a wrong password, a role that may not, a text that is not live. */
export class DeskRefused extends Error {
  override name = 'DeskRefused'
  /** As the API names it, e.g. `role`, `state`, `password`. */
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** No server answers, and no database can be opened instead. Programs print the message and exit 3. */
export class DeskUnreachable extends Error {
  override name = 'DeskUnreachable'
  readonly code = 'desk-unreachable'
}
