export { inTransaction, isConflict } from './inTransaction.ts'
export { reviewEndpoints } from './review.ts'
