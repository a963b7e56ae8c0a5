export type KeyErrorCode =
  'key-missing' | 'key-away' | 'key-exposed' | 'key-unreadable' | 'key-unknown' | 'no-release'

/** A key that is not as it must be. The code is permanent; the message says what to do. */
export class KeyError extends Error {
  override name = 'KeyError'
  readonly code: KeyErrorCode

  constructor(code: KeyErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
