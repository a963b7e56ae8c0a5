/** What a failed request to S3 tells of itself; the SDK has no one type for it. */
export interface S3Failure {
  readonly name: string
  readonly message: string
  /** Absent when no answer came. */
  readonly status: number | undefined
  /** How often it was tried. After more than one try an earlier one may have had its effect. */
  readonly attempts: number
}

export function s3Failure(error: unknown): S3Failure {
  const { name, message, code, $metadata } = error as Partial<Error> & {
    readonly code?: unknown
    readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number }
  }
  const status = $metadata?.httpStatusCode
  return {
    // A failure of the network tells what it was in its code.
    name: status === undefined && typeof code === 'string' ? code : (name ?? ''),
    message: message ?? '',
    status,
    attempts: $metadata?.attempts ?? 1,
  }
}

/** The condition of the write did not hold. AWS answers 404 where there is nothing to match. */
export function isUnmetCondition(error: unknown): boolean {
  const { status, name } = s3Failure(error)
  return status === 412 || (status === 404 && name === 'NoSuchKey')
}

/** Somebody else wrote the same object at the same moment: neither is told who was first. */
export function isWriteConflict(error: unknown): boolean {
  return s3Failure(error).status === 409
}

/** No answer, or one that says to try later. */
export function isPassing(error: unknown): boolean {
  const { status, name } = s3Failure(error)
  if (name === 'CredentialsProviderError') return false
  if (status === undefined) return networkFailures.has(name)
  return status === 429 || status >= 500
}

const networkFailures = new Set([
  ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'TimeoutError'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ERR_STREAM_PREMATURE_CLOSE'],
])
