import { useState } from 'react'

/** The day on the reader's calendar when the page was opened, as an ISO date. */
export function useToday(): string {
  const [today] = useState(() => {
    const now = new Date()
    const two = (part: number) => String(part).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  })
  return today
}
