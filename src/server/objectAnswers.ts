import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ReleaseStore, targetOf } from '../store/index.ts'
import { answerError, answerNotFound } from './answerError.ts'
import { feedHeaders } from './feedHeaders.ts'
import { feedObjects } from './feedObject.ts'
import type { AnswerFile } from './fileAnswers.ts'
import type { Followed } from './followStore.ts'
import { feedRoot } from './loadRelease.ts'

/** Says whether a path can be that of an object, and answers if so. */
export type AnswerObject = (urlPath: string, req: IncomingMessage, res: ServerResponse) => boolean

export interface ObjectAnswersOptions {
  readonly store: ReleaseStore
  readonly followed: Followed
  readonly answerFile: AnswerFile
  readonly onProblem: (problem: unknown) => void
}

/**
 * Answers for the objects of a store by their names, as any web server over its folder or bucket
 * would: the server is a TUF repository, of this release and of all that is kept of earlier ones.
 */
export function objectAnswers({
  store,
  followed,
  answerFile,
  onProblem,
}: ObjectAnswersOptions): AnswerObject {
  const objects = feedObjects(store, (path) => followed.current()?.entryOf(path))
  return (urlPath, req, res) => {
    if (!urlPath.startsWith(feedRoot)) return false
    const name = urlPath.slice(feedRoot.length)
    // Without a release nobody knows which channels are private.
    const release = followed.current()
    if (release === null && targetOf(name) !== undefined) return false
    const finding = objects.find(name)
    if (finding === null) return false
    const isPrivate = release?.guardAt(urlPath) !== undefined
    finding.then(
      (resource) => {
        if (resource === null) answerNotFound(res, feedHeaders)
        else answerFile(isPrivate ? resource.forKeyHolders() : resource, req, res)
      },
      (problem: unknown) => {
        onProblem(problem)
        const error = { code: 'internal', message: 'The server cannot read this file.' } as const
        answerError(res, 500, error, feedHeaders)
      },
    )
    return true
  }
}
