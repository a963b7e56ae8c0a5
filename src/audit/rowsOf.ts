import type { BasePayload, PayloadRequest, Where } from 'payload'

/** A row as it is stored, or what of it can be told when the database cannot hand it over. */
export interface FoundRow {
  readonly row: Readonly<Record<string, unknown>>
  /** Why it could not be read: the rest of a sentence about it. */
  readonly problem?: string
}

export interface RowsOf {
  readonly collection: 'releases' | 'reviews' | 'texts'
  /** The property that orders and tells them apart. */
  readonly by: string
  /** Begins behind this value. */
  readonly after?: number | string | undefined
  /** Reads these alone. */
  readonly only?: readonly string[]
  readonly req?: Partial<PayloadRequest>
}

const pageSize = 500

/**
 * Reads a collection of records page by page, in order. A row whose stored JSON is broken makes the
 * database fail for its whole page: such a page is read again row by row.
 */
export async function* rowsOf(payload: BasePayload, wanted: RowsOf): AsyncGenerator<FoundRow> {
  const { only } = wanted
  if (only !== undefined && only.length > pageSize) {
    for (let from = 0; from < only.length; from += pageSize) {
      yield* rowsOf(payload, { ...wanted, only: only.slice(from, from + pageSize) })
    }
    return
  }
  let { after } = wanted
  for (;;) {
    const page = await readPage(payload, wanted, after)
    yield* page
    const last: unknown = page.at(-1)?.row[wanted.by]
    if (page.length < pageSize || last === after) return
    after = last as number | string
  }
}

async function readPage(
  payload: BasePayload,
  wanted: RowsOf,
  after: number | string | undefined,
): Promise<readonly FoundRow[]> {
  const { by, only } = wanted
  const where: Where = {
    and: [
      ...(after === undefined ? [] : [{ [by]: { greater_than: after } }]),
      ...(only === undefined ? [] : [{ [by]: { in: [...only] } }]),
    ],
  }
  try {
    return (await find(payload, wanted, where)).map((row) => ({ row }))
  } catch {
    const names = await find(payload, wanted, where, { [by]: true })
    return Promise.all(
      names.map(async (name) => {
        try {
          const [row] = await find(payload, wanted, { id: { equals: name['id'] } })
          return { row: row ?? name }
        } catch (error) {
          return { row: name, problem: `cannot be read from the database (${reasonOf(error)})` }
        }
      }),
    )
  }
}

async function find(
  payload: BasePayload,
  { collection, by, req }: RowsOf,
  where: Where,
  select?: Record<string, true>,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { docs } = await payload.db.find<Record<string, unknown>>({
    collection,
    where,
    sort: by,
    limit: pageSize,
    pagination: false,
    ...(select === undefined ? {} : { select }),
    ...(req === undefined ? {} : { req }),
  })
  return docs
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200)
}
