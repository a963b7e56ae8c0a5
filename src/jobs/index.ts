export { releaseTask } from './releaseTask.ts'
export { hasPendingJobs } from './hasPendingJobs.ts'
