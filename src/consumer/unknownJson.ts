/** Careful steps into JSON that nobody has vouched for. What is not there reads as nothing. */

export type Json = Readonly<Record<string, unknown>>

export function recordOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

export function recordsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(recordOf) : []
}

/** Undefined when the bytes are not JSON in UTF-8. */
export function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** Every string in a JSON value, with the name of the property it stands under. */
export function* stringsIn(
  value: unknown,
  name = '',
): Generator<{ readonly name: string; readonly text: string }> {
  if (typeof value === 'string') yield { name, text: value }
  else if (Array.isArray(value)) for (const member of value) yield* stringsIn(member, name)
  else for (const [key, member] of Object.entries(recordOf(value))) yield* stringsIn(member, key)
}
