/** Something was asked that cannot be answered here, whatever the feed holds. */
export class WrongQuestion extends Error {
  override name = 'WrongQuestion'
  readonly code = 'wrong-question'
}
