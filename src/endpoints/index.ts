export { inTransaction, isConflict } from './inTransaction.ts'
export { performReview } from './performReview.ts'
export { reviewEndpoints } from './review.ts'
