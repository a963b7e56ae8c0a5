export { sorted } from './sorted.ts'
export { sortedJson } from './sortedJson.ts'
