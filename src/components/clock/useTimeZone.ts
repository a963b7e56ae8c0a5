import { useState } from 'react'

/** The time zone of the reader's machine, such as Europe/Berlin. */
export function useTimeZone(): string {
  const [timeZone] = useState(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)
  return timeZone
}
