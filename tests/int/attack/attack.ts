import type { Finding } from '../../../src/domain/model/index.ts'
import type { GatedSlug } from '../../../src/projection/index.ts'
import type { Person } from '../support/citegate.ts'
import type { Fields } from './fields.ts'
import type { World } from './world.ts'

export type { Fields } from './fields.ts'

/** What an attempt is made on, and with. */
export interface Target {
  readonly slug: GatedSlug
  /** Of the document; of nothing, when the route makes a new one. */
  readonly id: string
  readonly key: string
  /** Id of the version that holds the newest text, or the one the wrong is about. */
  readonly version: string
  /** What a body says beside the wish to publish. */
  readonly fields: Fields
  /** A body that says everything, for routes that make a document. */
  readonly whole: Fields
}

/** What came of an attempt. */
export interface Outcome {
  /** HTTP status, or what the Local API's error would be answered with. */
  readonly status: number
  readonly code?: string
  /** Rules that said no. */
  readonly rules: readonly string[]
  readonly message: string
}

/**
 * What is there before the attempt. `draft`: a text that was never live. `live`: a live text.
 * `newer`: a live text and a newer draft beside it.
 */
export type Over = 'nothing' | 'draft' | 'live' | 'newer'

/** One way in: tries to get a text live, or live text changed. */
export interface Route {
  readonly name: string
  readonly over: Over
  /** Whether the wrong travels in the request, lies in what is stored, or came after a schedule. */
  readonly carries: 'body' | 'stored' | 'schedule'
  /** Who acts; an editor unless told otherwise. */
  readonly by?: (world: World) => Person
  /** What the log has to say when it leads out; one publication unless told otherwise. */
  readonly due?: readonly string[]
  readonly attempt: (world: World, target: Target) => Promise<Outcome>
}

/**
 * One thing that must not get out. `words`: the text says it. `body`: only a request can. `history`:
 * the words are right, what was done with them is not.
 */
export interface Wrong {
  readonly name: string
  readonly slug: GatedSlug
  readonly kind: 'words' | 'body' | 'history'
  /** What the text, or the body beside it, says. A history changes nothing of the words. */
  readonly fields: (world: World) => Fields | Promise<Fields>
  /** What was done with the draft, from its first good words on. */
  readonly history: (world: World, id: string) => Promise<void>
  /** The same from its approval on, where the wrong can come after one. */
  readonly thereafter?: (world: World, id: string) => Promise<void>
  /** The version it is about, where that is not the newest. */
  readonly version?: (world: World, id: string) => Promise<string>
  /** Rules that a refusal by the gate names. */
  readonly rules: readonly string[]
}

/** The refusal that an answer or an error holds. */
export function outcomeOf(status: number, errors: unknown, otherwise = ''): Outcome {
  const [first] = Array.isArray(errors) ? (errors as Fields[]) : []
  const data = (first?.['data'] ?? {}) as { code?: string; findings?: readonly Finding[] }
  return {
    status,
    ...(data.code === undefined ? {} : { code: data.code }),
    rules: [
      ...new Set(
        (data.findings ?? []).flatMap(({ rule, severity }) => (severity === 'error' ? rule : [])),
      ),
    ],
    message: typeof first?.['message'] === 'string' ? first['message'] : otherwise,
  }
}
