import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import { refusal } from '../refusal.ts'
import { readJson } from './readJson.ts'

/**
 * The body of a request in the shape a schema gives it.
 *
 * @throws a refusal naming the first place that is not of that shape; see also readJson
 */
export async function parseBody<T>(req: PayloadRequest, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readJson(req))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.join('.') ?? ''
  throw refusal(
    'malformed',
    `The request cannot be read. ${place === '' ? 'Its body' : place}: ${issue?.message ?? ''}. Nothing was done.`,
  )
}
