/**
 * When something is due, seen from a day: "due 2026-12-01", "due today", "overdue since 2026-12-01".
 * Both are ISO dates; what follows the day is not looked at.
 */
export function dueWords(due: string, today: string): string {
  const day = due.slice(0, 'YYYY-MM-DD'.length)
  if (day < today) return `overdue since ${day}`
  return day === today ? 'due today' : `due ${day}`
}
