export { inTransaction } from './inTransaction.ts'
export { appendOnly, refuseAnyDeletion } from './appendOnly.ts'
export { appendToLog } from './appendToLog.ts'
export { asRecorder, isRecording } from './asRecorder.ts'
