export { useTimeZone } from './useTimeZone.ts'
export { useToday } from './useToday.ts'
