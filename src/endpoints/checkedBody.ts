/** What a body turned out to be: the request to go on with, or why there is none. */
export type CheckedBody =
  | { readonly accepted: true; readonly request: Request }
  | { readonly accepted: false; readonly message: string }

/** Deeper than any text nests: a list in a list in a table needs some twenty. */
const deepest = 100

const polluting: readonly string[] = ['__proto__', 'constructor', 'prototype']

/**
 * Looks through the JSON of a request before the CMS does: refuses what is no JSON, what nests
 * deeper than any text, and the keys by which one JavaScript object reaches into others. Forms with
 * a file carry their JSON in the part `_payload`.
 */
export async function checkedBody(request: Request): Promise<CheckedBody> {
  if (request.body === null) return { accepted: true, request }
  const type = request.headers.get('content-type') ?? ''
  if (/^multipart\//i.test(type)) return checkedForm(request)
  const text = await request.text()
  const again = new Request(request.url, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    body: text,
  })
  const isJson = /^application\/json\b/i.test(type)
  const message = problemOf(text, isJson)
  return message === undefined ? { accepted: true, request: again } : { accepted: false, message }
}

async function checkedForm(request: Request): Promise<CheckedBody> {
  const form = await request
    .clone()
    .formData()
    .catch(() => undefined)
  if (form === undefined) {
    return { accepted: false, message: 'The form cannot be read. Send it again, whole.' }
  }
  for (const [name, part] of form) {
    const message = typeof part === 'string' ? problemOf(part, name === '_payload') : undefined
    if (message !== undefined) return { accepted: false, message }
  }
  return { accepted: true, request }
}

/** Why a text cannot be taken in, if it cannot. */
function problemOf(text: string, hasToBeJson: boolean): string | undefined {
  if (text.trim() === '') return undefined
  if (nestsDeeperThan(deepest, text)) {
    return `The body nests deeper than ${String(deepest)} levels, which no text does. Flatten it.`
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return hasToBeJson ? 'The body is no JSON. Send JSON, or leave the body out.' : undefined
  }
  if (hasToBeJson && (typeof value !== 'object' || value === null || Array.isArray(value))) {
    return 'The body is no object. Send the fields by their names.'
  }
  const key = pollutingKey(value)
  return key === undefined
    ? undefined
    : `The body has a key “${key}”, which no field is called. Leave it out.`
}

/** Counts brackets outside of strings; cheap, and before a parser or anything recursive sees it. */
function nestsDeeperThan(limit: number, text: string): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at++
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '{' || character === '[') {
      depth++
      if (depth > limit) return true
    } else if (character === '}' || character === ']') depth--
  }
  return false
}

function pollutingKey(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, each] of Object.entries(value)) {
    if (polluting.includes(key)) return key
    const found = pollutingKey(each)
    if (found !== undefined) return found
  }
  return undefined
}
