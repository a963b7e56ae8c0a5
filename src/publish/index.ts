export { checkContent } from './checkContent.ts'
export { publishRelease } from './publishRelease.ts'
export type { ReleaseReport } from './publishRelease.ts'
