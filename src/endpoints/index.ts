export { performReview } from './performReview.ts'
export { refuseStrangers } from './refuseStrangers.ts'
export { reviewEndpoints } from './review.ts'
