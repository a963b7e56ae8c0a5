export { releaseEvent } from './releaseEvent.ts'
export type { ReleaseEventInput } from './releaseEvent.ts'
export { testEvent } from './testEvent.ts'
