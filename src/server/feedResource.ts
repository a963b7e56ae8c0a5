import type { Encoding } from './acceptEncoding.ts'
import { privateCacheControl } from './cacheControl.ts'
import { feedHeaders } from './feedHeaders.ts'

/** Names and values in turn: what `writeHead` takes fastest. */
export type FlatHeaders = readonly string[]

/** Below this a coding saves less than its header costs. */
const smallestCoded = 256
const everyCoding = ['br', 'gzip', 'identity'] as const
const noCoding = ['identity'] as const
const text = /^(?:text\/|application\/(?:json|xml|x-bibtex)\b|[^;]+\+(?:json|xml)\b)/

/** A file as it lies in the store, and how it is to be served. */
export interface ServedFile {
  /** Name of the object. */
  readonly name: string
  readonly sha256: string
  readonly bytes: number
  readonly contentType: string
  readonly cacheControl: string
  /** Where it leads to (RFC 8288, 3). */
  readonly links?: string
  /** Only holders of a key get it. */
  readonly isPrivate?: true
  /** Its bytes, where they are at hand: the pointer in the store may have moved on. */
  readonly body?: Uint8Array
}

/** A file as the server answers with it. Headers are made when first asked for. */
export class FeedResource {
  readonly file: ServedFile
  readonly encodings: readonly Encoding[]
  readonly #representations: Partial<Record<Encoding, Representation>> = {}
  #ofKeyHolders: FeedResource | undefined

  constructor(file: ServedFile) {
    this.file = file
    this.encodings =
      text.test(file.contentType) && file.bytes >= smallestCoded ? everyCoding : noCoding
  }

  representation(encoding: Encoding): Representation {
    return (this.#representations[encoding] ??= new Representation(this.file, encoding))
  }

  /** The same file, as it is answered to holders of a key. */
  forKeyHolders(): FeedResource {
    return (this.#ofKeyHolders ??= new FeedResource({
      ...this.file,
      cacheControl: privateCacheControl(this.file.cacheControl),
      isPrivate: true,
    }))
  }
}

const onEveryFile = ['Vary', 'Accept-Encoding', ...Object.entries(feedHeaders).flat()]
/** Who asks with another key may get another answer (RFC 9110, 12.5.5). */
export const privateVary = 'Accept-Encoding, Authorization'
const onPrivateFile = ['Vary', privateVary, ...Object.entries(feedHeaders).flat()]

/** The bytes of a file in one content coding, and what is said about them. */
export class Representation {
  readonly encoding: Encoding
  readonly file: ServedFile
  /** Strong: the digest of the file, and which coding of it (RFC 9110, 8.8.3.3). */
  readonly etag: string
  /** What a 304 repeats of the 200 it stands for (RFC 9110, 15.4.5). */
  readonly notModified: FlatHeaders
  #ok: FlatHeaders | undefined

  constructor(file: ServedFile, encoding: Encoding) {
    this.encoding = encoding
    this.file = file
    this.etag = encoding === 'identity' ? `"${file.sha256}"` : `"${file.sha256}-${encoding}"`
    const others = file.isPrivate === true ? onPrivateFile : onEveryFile
    this.notModified = ['ETag', this.etag, 'Cache-Control', file.cacheControl, ...others]
  }

  /** The headers of the 200 that carries `bytes`, which are the same whenever it is asked. */
  ok(bytes: Uint8Array): FlatHeaders {
    return (this.#ok ??= [
      ...this.notModified,
      ...['Content-Type', this.file.contentType],
      // Files are fetched whole (RFC 9110, 14.3).
      ...['Accept-Ranges', 'none'],
      ...(this.file.links === undefined ? [] : ['Link', this.file.links]),
      ...(this.encoding === 'identity' ? [] : ['Content-Encoding', this.encoding]),
      ...['Content-Length', String(bytes.byteLength)],
    ])
  }
}
