import type { FileEntry } from '../store/index.ts'
import type { Encoding } from './acceptEncoding.ts'
import { cacheControl } from './cacheControl.ts'
import { feedHeaders } from './feedHeaders.ts'

/** Names and values in turn: what `writeHead` takes fastest. */
export type FlatHeaders = readonly string[]

/** Below this a coding saves less than its header costs. */
const smallestCoded = 256
const everyCoding = ['br', 'gzip', 'identity'] as const
const noCoding = ['identity'] as const
const text = /^(?:text\/|application\/(?:json|xml|x-bibtex)\b|[^;]+\+(?:json|xml)\b)/

/** A file of a release as the server answers with it. Headers are made when first asked for. */
export class FeedResource {
  readonly file: FileEntry
  readonly encodings: readonly Encoding[]
  readonly #path: string
  readonly #representations: Partial<Record<Encoding, Representation>> = {}

  /** @param path relative to `/feeds/v1/` */
  constructor(path: string, file: FileEntry) {
    this.#path = path
    this.file = file
    this.encodings =
      text.test(file.contentType) && file.bytes >= smallestCoded ? everyCoding : noCoding
  }

  representation(encoding: Encoding): Representation {
    return (this.#representations[encoding] ??= new Representation(this.#path, this.file, encoding))
  }
}

const onEveryFile = ['Vary', 'Accept-Encoding', ...Object.entries(feedHeaders).flat()]

/** The bytes of a file in one content coding, and what is said about them. */
export class Representation {
  readonly encoding: Encoding
  readonly sha256: string
  /** Strong: the digest of the file, and which coding of it (RFC 9110, 8.8.3.3). */
  readonly etag: string
  /** What a 304 repeats of the 200 it stands for (RFC 9110, 15.4.5). */
  readonly notModified: FlatHeaders
  readonly #contentType: string
  #ok: FlatHeaders | undefined

  constructor(path: string, file: FileEntry, encoding: Encoding) {
    this.encoding = encoding
    this.sha256 = file.sha256
    this.etag = encoding === 'identity' ? `"${file.sha256}"` : `"${file.sha256}-${encoding}"`
    this.notModified = ['ETag', this.etag, 'Cache-Control', cacheControl(path), ...onEveryFile]
    this.#contentType = file.contentType
  }

  /** The headers of the 200 that carries `bytes`, which are the same whenever it is asked. */
  ok(bytes: Uint8Array): FlatHeaders {
    return (this.#ok ??= [
      ...this.notModified,
      ...['Content-Type', this.#contentType],
      ...(this.encoding === 'identity' ? [] : ['Content-Encoding', this.encoding]),
      ...['Content-Length', String(bytes.byteLength)],
    ])
  }
}
