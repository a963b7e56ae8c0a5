export { parseReviewPolicy } from './parseReviewPolicy.ts'
export type { ParsedReviewPolicy } from './parseReviewPolicy.ts'
export { readReviewPolicy } from './readReviewPolicy.ts'
