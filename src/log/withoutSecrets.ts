/** Names under which secrets travel, in whatever spelling. */
const secretName =
  /password|passwd|secret|token|authorization|cookie|credential(?!s$)|^hash$|^salt$|^sid$|api-?key/i

/** Names of what is written about: texts and forms, which may hold anything. */
const bodyName = /^(body|data|doc|docs|fields|files?|params|args|payload|req|request|result)$/

const removed = '[removed]'
const deepest = 6

/** Characters of a message or a stack; what is longer says nothing more. */
const longestText = 8000

/**
 * A value as it may be logged: codes, identifiers and messages, but no secrets and no bodies of
 * documents. Errors become plain: of a database's, the statement stays and its values go.
 */
export function withoutSecrets(value: unknown): unknown {
  return cleaned(value, 0, new Set())
}

function cleaned(value: unknown, depth: number, above: ReadonlySet<object>): unknown {
  if (typeof value === 'string') return cleanedText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > deepest || above.has(value)) return removed
  const around = new Set(above).add(value)
  if (Array.isArray(value)) return value.map((each) => cleaned(each, depth + 1, around))
  if (value instanceof Date) return value
  const named = value instanceof Error ? errorParts(value) : Object.entries(value)
  return Object.fromEntries(
    named.map(([name, each]) => [
      name,
      secretName.test(name) || bodyName.test(name) ? removed : cleaned(each, depth + 1, around),
    ]),
  )
}

/** Name, message and stack are no ordinary properties. */
function errorParts(error: Error): [string, unknown][] {
  const { name, message, stack, cause } = error
  const hidden = { name, message, stack, ...(cause === undefined ? {} : { cause }) }
  return [...Object.entries(error), ...Object.entries(hidden)]
}

/** What stands in messages: values of a statement, tokens, links that reset a password, addresses. */
function cleanedText(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/(\bparams?:)[^\n]*/gi, `$1 ${removed}`)
    .replace(/\bwhsec_[\w+/=-]+/g, removed)
    .replace(/\bey[\w-]{10,}\.[\w-]+\.[\w-]+/g, removed)
    .replace(/(\/reset\/)[\w-]+/g, `$1${removed}`)
    .replace(/(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}/g, removed)
}
