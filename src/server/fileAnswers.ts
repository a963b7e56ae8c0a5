import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReleaseStore } from '../store/index.ts'
import { type Encoding, negotiateEncoding } from './acceptEncoding.ts'
import { answerError } from './answerError.ts'
import { ByteCache } from './byteCache.ts'
import { encode } from './encode.ts'
import { holdsBack, letsThrough } from './entityTags.ts'
import { feedHeaders } from './feedHeaders.ts'
import { readObject } from './feedObject.ts'
import type { FeedResource, Representation, ServedFile } from './feedResource.ts'

export type AnswerFile = (resource: FeedResource, req: IncomingMessage, res: ServerResponse) => void

export interface FileAnswersOptions {
  readonly store: ReleaseStore
  readonly cacheBytes: number
  /** Told of every object that could not be read. */
  readonly onProblem: (problem: unknown) => void
}

/**
 * Answers GET and HEAD with a file: its coding negotiated (RFC 9110, 12.5.3), its preconditions
 * evaluated (13.2.2). Bytes come from memory once they have been read and coded.
 */
export function fileAnswers({ store, cacheBytes, onProblem }: FileAnswersOptions): AnswerFile {
  const cache = new ByteCache(cacheBytes)
  const choose = rememberedChoice()
  const bytesOf = async ({ name, sha256, body }: ServedFile): Promise<Uint8Array> =>
    body ?? readObject(store, name, sha256)

  const load = (key: string, { file, encoding }: Representation) =>
    cache.load(key, async () => encode(await bytesOf(file), encoding))

  return (resource, req, res) => {
    const { headers } = req
    const encoding = choose(headers['accept-encoding'], resource.encodings)
    if (encoding === null) {
      answerNotAcceptable(res, resource.encodings)
      return
    }
    const representation = resource.representation(encoding)
    const ifMatch = headers['if-match']
    if (ifMatch !== undefined && !letsThrough(ifMatch, representation.etag)) {
      answerPreconditionFailed(res)
      return
    }
    const ifNoneMatch = headers['if-none-match']
    if (ifNoneMatch !== undefined && holdsBack(ifNoneMatch, representation.etag)) {
      res.writeHead(304, representation.notModified as string[])
      res.end()
      return
    }
    // One object may stand at several paths; its etag names digest and coding.
    const bytes = cache.get(representation.etag)
    if (bytes !== undefined) {
      answerBytes(res, representation, bytes)
      return
    }
    load(representation.etag, representation).then(
      (loaded) => {
        answerBytes(res, representation, loaded)
      },
      (problem: unknown) => {
        onProblem(problem)
        answerUnreadable(res)
      },
    )
  }
}

function answerBytes(res: ServerResponse, representation: Representation, bytes: Uint8Array): void {
  res.writeHead(200, representation.ok(bytes) as string[])
  res.end(bytes)
}

function answerNotAcceptable(res: ServerResponse, available: readonly Encoding[]): void {
  answerError(
    res,
    406,
    {
      code: 'not-acceptable',
      message: `This file is available as ${available.join(', ')}. Name one of them in Accept-Encoding, or leave the header out.`,
    },
    { ...feedHeaders, Vary: 'Accept-Encoding' },
  )
}

function answerPreconditionFailed(res: ServerResponse): void {
  answerError(
    res,
    412,
    {
      code: 'precondition-failed',
      message: 'If-Match names none of the entity tags this file has now. Fetch it again.',
    },
    { ...feedHeaders, Vary: 'Accept-Encoding' },
  )
}

function answerUnreadable(res: ServerResponse): void {
  answerError(
    res,
    500,
    { code: 'internal', message: 'The server cannot read this file of the release.' },
    feedHeaders,
  )
}

const headersRemembered = 256
const longestRemembered = 128

/** Clients send a handful of different headers; each is taken apart once. */
function rememberedChoice(): typeof negotiateEncoding {
  const byAvailable = new Map<readonly Encoding[], Map<string, Encoding | null>>()
  return (header, available) => {
    if (header === undefined || header.length > longestRemembered) {
      return negotiateEncoding(header, available)
    }
    const choices = byAvailable.get(available) ?? new Map<string, Encoding | null>()
    byAvailable.set(available, choices)
    const remembered = choices.get(header)
    if (remembered !== undefined) return remembered
    const choice = negotiateEncoding(header, available)
    if (choices.size >= headersRemembered) choices.clear()
    choices.set(header, choice)
    return choice
  }
}
