/**
 * Calendar arithmetic on ISO dates (YYYY-MM-DD), in UTC. A month later is the same day of that month
 * or, where there is none, its last.
 */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = parse(date)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastDay = new Date(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0),
  ).getUTCDate()
  first.setUTCDate(Math.min(day, lastDay))
  return isoDate(first)
}

/** The ISO date so many days later, or earlier if negative. */
export function addDays(date: string, days: number): string {
  const { year, month, day } = parse(date)
  return isoDate(new Date(Date.UTC(year, month - 1, day + days)))
}

/** The UTC day of an instant. */
export function isoDate(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

/** Whether a text is a day of the calendar, YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && addDays(text, 0) === text
}

/**
 * The instant that an ISO 8601 text with an offset from UTC names; undefined for anything else. A
 * time without offset is another one on every machine.
 */
export function parseInstant(text: string): Date | undefined {
  const shape = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/
  const day = shape.exec(text)?.[1]
  const instant = new Date(text)
  return day === undefined || !isIsoDate(day) || Number.isNaN(instant.getTime())
    ? undefined
    : instant
}

function parse(date: string): { year: number; month: number; day: number } {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number)
  return { year, month, day }
}
