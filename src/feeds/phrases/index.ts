export { dateParts } from './dateParts.ts'
export type { DateParts } from './dateParts.ts'
export type { Label, Phrases } from './phrases.ts'
export { phrasesIn } from './phrasesIn.ts'
