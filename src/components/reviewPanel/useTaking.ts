import { useState } from 'react'
import type { Action } from '../../domain/review/index.ts'
import type { Answer, Refusal } from '../api/index.ts'
import type { ActionWords, ReviewRequest, ReviewView } from './reviewView.ts'

/** What every part of the panel that acts on the text is handed. */
export interface Acting {
  readonly view: ReviewView
  /** Why nothing can be done at the moment; withdrawing can always be done. */
  readonly obstacle: string | undefined
  readonly onAct: (request: ReviewRequest) => Promise<Answer<ReviewView>>
  readonly onReadAgain: () => void
}

export interface Taking {
  readonly isBusy: boolean
  /** Why the last attempt did nothing. */
  readonly refusal: Refusal | undefined
  /** Takes an action on the text that is shown; true when it was done. */
  readonly take: (action: Action, words?: ActionWords) => Promise<boolean>
  readonly forgetRefusal: () => void
}

/** Taking one action at a time on the text of a view. */
export function useTaking({ view, onAct }: Pick<Acting, 'view' | 'onAct'>): Taking {
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  return {
    isBusy,
    refusal,
    take: async (action, words = {}) => {
      setIsBusy(true)
      setRefusal(undefined)
      const answer = await onAct({ action, contentHash: view.contentHash, ...words })
      setIsBusy(false)
      if (!answer.ok) setRefusal(answer.refusal)
      return answer.ok
    },
    forgetRefusal: () => {
      setRefusal(undefined)
    },
  }
}
