import { createHash } from 'node:crypto'
import type { BasePayload } from 'payload'
import { auditDatabase } from '../../../src/audit/index.ts'
import { vaultOf } from '../../../src/database/index.ts'
import { planRelease } from '../../../src/domain/release/index.ts'
import { env } from '../../../src/env.ts'
import { renderRelease } from '../../../src/feeds/index.ts'
import { loadLiveGraph } from '../../../src/projection/index.ts'

/** What has to be the same of two databases that hold the same. */
export interface DatabaseFacts {
  readonly audit: unknown
  /** SHA-256 of every file of the release that would be made, by path. */
  readonly release: Readonly<Record<string, string>>
}

export async function factsOf(payload: BasePayload, now: Date): Promise<DatabaseFacts> {
  const { graph, media } = await loadLiveGraph({ payload })
  const shown = media.map(
    ({ sha256, mimeType, filesize }) =>
      [
        String(sha256),
        { contentType: String(mimeType), extension: 'png', bytes: Number(filesize) },
      ] as const,
  )
  const { files } = renderRelease({
    publisher: env.publisher,
    graph,
    plan: planRelease(graph, now),
    media: new Map(shown),
    release: 1,
    now,
  })
  return {
    audit: await auditDatabase(payload, { now }),
    release: Object.fromEntries(
      files.map(({ path, body }) => [path, createHash('sha256').update(body).digest('hex')]),
    ),
  }
}

type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** Everything a database keeps, by part and in the order of ids. */
export async function rowsOf(payload: BasePayload): Promise<Rows> {
  const vault = vaultOf(payload)
  return vault.atOneMoment(async (rows) => {
    const all: Record<string, Readonly<Record<string, unknown>>[]> = {}
    for (const part of vault.parts) {
      const found: Readonly<Record<string, unknown>>[] = []
      for await (const row of rows(part)) found.push(row)
      all[part.name] = found
    }
    return all
  })
}

/** The same with every id replaced, wherever a text is exactly that id. */
export function withOtherIds(rows: Rows, other: (id: string) => string): Rows {
  const ids = new Set(Object.values(rows).flatMap((part) => part.map(({ id }) => String(id))))
  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.has(value) ? other(value) : value
    if (Array.isArray(value)) return value.map(replace)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replace(each)]))
  }
  return Object.fromEntries(
    Object.entries(rows).map(([name, part]) => [
      name,
      (replace(part) as { id: string }[]).toSorted((one, two) => (one.id < two.id ? -1 : 1)),
    ]),
  )
}
