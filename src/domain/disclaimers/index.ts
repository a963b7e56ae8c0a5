export { slotsOf } from './slotsOf.ts'
export type { SlotFilling } from './slotsOf.ts'
