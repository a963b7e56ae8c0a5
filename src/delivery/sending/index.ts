export { postOnce } from './postOnce.ts'
export type { Post, PostAnswer, PostOptions } from './postOnce.ts'
export { SendingRefused } from './sendingRefused.ts'
export { targetOf } from './targetOf.ts'
