/** What of a secret that signs may be seen. */
export interface SecretView {
  /** By which people tell one from another. */
  readonly fingerprint: string
  /** ISO instant. */
  readonly since: string
  /** ISO instant up to which it signs; null: for as long as no other takes its place. */
  readonly until: string | null
}

/** A secret when it is made. */
export interface MadeSecret {
  /** Shown this once. */
  readonly secret: string
  readonly fingerprint: string
  /** ISO instant until which the ones before it sign as well; null: there are none. */
  readonly othersUntil: string | null
}
