export type { Person } from './person.ts'
export { usePeople, usePersonName } from './usePeople.ts'
