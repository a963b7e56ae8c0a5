export type StoreErrorCode =
  | 'bad-path'
  | 'blob-missing'
  | 'blob-damaged'
  | 'manifest-missing'
  | 'manifest-damaged'
  | 'pointer-damaged'
  | 'pointer-behind'
  | 'store-busy'

/** A store that is not as it must be. The code is permanent; the message says what to do. */
export class StoreError extends Error {
  override name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
