import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { useDocumentUrl } from '../api/index.ts'
import type { Answer, Refusal } from '../api/index.ts'
import { readNewest, readReview, takeAction } from './reviewApi.ts'
import type { ReviewRequest, ReviewView } from './reviewView.ts'

export interface Review {
  /** The review as it was last read; absent before the first answer. */
  readonly view: ReviewView | undefined
  /** Why the last reading failed. */
  readonly problem: Refusal | undefined
  readonly isReading: boolean
  /** Somebody saved another text since this page was loaded: the page shows an older one. */
  readonly isPageOutdated: boolean
  readonly readAgain: () => void
  /** Takes an action. Comes back with the new view or the refusal; never throws. */
  readonly act: (request: ReviewRequest) => Promise<Answer<ReviewView>>
}

interface Reading {
  /** What it is a reading of: the document's address, its last save, and how often it was asked. */
  readonly of: string
  readonly view: ReviewView | undefined
  readonly problem: Refusal | undefined
  /** When the newest text was saved, says the server. */
  readonly newestSave: unknown
}

/** The review of the document on this page, read again after each save. Absent until it is saved. */
export function useReview(): Review {
  const url = useDocumentUrl()
  const { data } = useDocumentInfo()
  const shownSave: unknown = data?.updatedAt
  const [attempt, setAttempt] = useState(0)
  const [reading, setReading] = useState<Reading>()
  const wanted = `${url ?? ''} ${String(shownSave)} ${attempt}`

  useEffect(() => {
    if (url === undefined) return
    const controller = new AbortController()
    const read = async () => {
      const review = await readReview(url, controller.signal)
      // Asked for after the review: if nothing was saved until then, the review is of the text on
      // this page, and a signature on its hash signs what the reviewer sees.
      const newest = await readNewest(url, controller.signal)
      if (controller.signal.aborted) return
      setReading((last) => ({
        of: wanted,
        view: review.ok ? review.value : last?.view,
        problem: review.ok ? (newest.ok ? undefined : newest.refusal) : review.refusal,
        newestSave: newest.ok ? newest.value.updatedAt : shownSave,
      }))
    }
    read().catch((error: unknown) => {
      if (!controller.signal.aborted) throw error
    })
    return () => {
      controller.abort()
    }
  }, [url, wanted, shownSave])

  const act = useCallback(
    async (request: ReviewRequest) => {
      if (url === undefined) throw new Error('A document without an id has no review.')
      const answer = await takeAction(url, request)
      if (answer.ok) {
        setReading((last) => last && { ...last, view: answer.value, problem: undefined })
      }
      return answer
    },
    [url],
  )

  return {
    view: reading?.view,
    problem: reading?.problem,
    isReading: reading?.of !== wanted,
    isPageOutdated: reading !== undefined && reading.newestSave !== shownSave,
    readAgain: () => {
      setAttempt((count) => count + 1)
    },
    act,
  }
}
