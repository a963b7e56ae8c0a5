export { shortName } from './shortName.ts'
export { toCsl } from './toCsl.ts'
export { vancouver, vancouverText } from './vancouver.ts'
export type { Reference } from './vancouver.ts'
