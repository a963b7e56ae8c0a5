/** What an audit can find. Permanent codes: monitors watch for them. */
export type AuditCode =
  | 'entry-unreadable'
  | 'entry-missing'
  | 'entry-repeated'
  | 'entry-untied'
  | 'entry-altered'
  | 'entry-mislabelled'
  | 'log-cut'
  | 'text-unreadable'
  | 'text-missing'
  | 'text-altered'
  | 'live-unreadable'
  | 'live-altered'
  | 'live-unlogged'
  | 'live-missing'
  | 'unsigned'
  | 'release-unreadable'
  | 'line-altered'

/** One place where records and content do not bear each other out. */
export interface AuditBreak {
  readonly code: AuditCode
  /** Where, e.g. `entry 12`, `text cg1-…`, `claim/some-key`, `release 3`. */
  readonly place: string
  /** What happened, why it matters, and what to do. */
  readonly message: string
}

/** What to do about what only somebody with access to the database itself can have done. */
export const tampering =
  'No way through the program does that. Find out who could write to the database itself, compare it with a backup or an earlier export, and restore what was changed.'
