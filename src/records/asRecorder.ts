import type { PayloadRequest } from 'payload'

const property = 'citegateRecording'

/**
 * Runs a write of the program's own records; outside of it the log, the list of releases and the
 * making of accounts without an administrator refuse. No body of a request reaches this flag.
 */
export async function asRecorder<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  const before = req.context[property]
  req.context[property] = true
  try {
    return await work()
  } finally {
    req.context[property] = before
  }
}

/** Whether the request is inside of such a write. */
export function isRecording(req: PayloadRequest): boolean {
  return req.context[property] === true
}
