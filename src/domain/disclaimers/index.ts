export { requiredSlots } from './requiredSlots.ts'
export type { ClaimFacts, RequiredSlot } from './requiredSlots.ts'
export { slotsOf } from './slotsOf.ts'
export type { SlotFilling } from './slotsOf.ts'
