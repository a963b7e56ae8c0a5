export { performReview } from './performReview.ts'
export { reviewEndpoints } from './review.ts'
