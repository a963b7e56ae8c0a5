export type StoreErrorCode =
  | 'bad-location'
  | 'bad-name'
  | 'metadata-damaged'
  | 'release-used'
  | 'store-busy'
  | 'store-full'
  | 'store-missing'
  | 'store-refused'
  | 'store-unreachable'
  | 'target-damaged'
  | 'target-missing'
  | 'transaction-over'

/** A store that cannot do what it was asked. The code is permanent; the message says what to do. */
export class StoreError extends Error {
  override name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
