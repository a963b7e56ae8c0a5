import { useEffect, useState } from 'react'
import type { Answer } from './ask.ts'
import { ask } from './ask.ts'

export interface Reading<T> {
  /** Absent while it is being read, and where there is nothing to read. */
  readonly answer: Answer<T> | undefined
  readonly readAgain: () => void
}

/** What an address of the API answers, read again when the address changes; nothing without one. */
export function useReading<T>(url: string | undefined): Reading<T> {
  const [attempt, setAttempt] = useState(0)
  const [read, setRead] = useState<{ readonly of: string; readonly answer: Answer<T> }>()
  const wanted = `${attempt} ${url ?? ''}`

  useEffect(() => {
    if (url === undefined) return
    const controller = new AbortController()
    ask<T>(url, { signal: controller.signal }).then(
      (answer) => {
        if (!controller.signal.aborted) setRead({ of: wanted, answer })
      },
      (error: unknown) => {
        if (!controller.signal.aborted) throw error
      },
    )
    return () => {
      controller.abort()
    }
  }, [url, wanted])

  return {
    answer: url !== undefined && read?.of === wanted ? read.answer : undefined,
    readAgain: () => {
      setAttempt((count) => count + 1)
    },
  }
}
