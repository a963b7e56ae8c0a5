/**
 * What a `datetime-local` input says, `2026-12-01T10:00`, as an instant in the time zone of this
 * machine; undefined while it says nothing whole. In the hour that a clock skips it is the hour after.
 */
export function instantOf(local: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return undefined
  const instant = new Date(local)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}
