/** Why nothing was sent, or no answer was waited for any longer. */
export type SendingProblem =
  'answer-late' | 'bad-address' | 'connect-late' | 'no-address' | 'not-public'

/** A request that we ended, or did not begin, ourselves. */
export class SendingRefused extends Error {
  override name = 'SendingRefused'
  readonly code: SendingProblem

  constructor(code: SendingProblem, message: string) {
    super(message)
    this.code = code
  }
}
