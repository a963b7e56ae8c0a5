import type { PayloadRequest } from 'payload'
import { writeState } from './writeState.ts'

/** Runs a write of the program's own records; outside of it the log and the releases refuse all. */
export async function asRecorder<T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> {
  const state = writeState(req.context)
  const before = state.isRecording
  state.isRecording = true
  try {
    return await work()
  } finally {
    state.isRecording = before
  }
}
