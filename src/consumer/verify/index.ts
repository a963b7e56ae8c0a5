export type { ReleaseProblem } from './releaseLedger.ts'
export { verifyRelease } from './verifyRelease.ts'
export type { ReleaseVerification, VerifyOptions } from './verifyRelease.ts'
export { WrongQuestion } from './wrongQuestion.ts'
