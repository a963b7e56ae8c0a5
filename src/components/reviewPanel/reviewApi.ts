import type { Answer } from '../api/index.ts'
import { ask, post } from '../api/index.ts'
import type { ReviewRequest, ReviewView } from './reviewView.ts'

/** Reads the review of a document. `url` is the document's own address in the API. */
export function readReview(url: string, signal: AbortSignal): Promise<Answer<ReviewView>> {
  return ask(`${url}/review`, { signal })
}

/** Reads the newest text of a document, as the editor would load it. */
export function readNewest(
  url: string,
  signal?: AbortSignal,
): Promise<Answer<Readonly<Record<string, unknown>>>> {
  return ask(`${url}?draft=true&depth=0`, signal === undefined ? {} : { signal })
}

/** Takes an action; comes back with the review as it is afterwards, or with the refusal. */
export function takeAction(url: string, request: ReviewRequest): Promise<Answer<ReviewView>> {
  return post(`${url}/review`, request)
}
