export { checkContent } from './checkContent.ts'
export { keepSigned, keepTidy } from './keepFeed.ts'
export { publishRelease } from './publishRelease.ts'
export type { PublishOptions, ReleaseReport } from './publishRelease.ts'
