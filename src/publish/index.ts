export { publishRelease } from './publishRelease.ts'
