import { withoutSecrets } from './withoutSecrets.ts'

/** A request that has been answered. */
export interface Answered {
  readonly method: string
  /** Without what follows the question mark: keys and searches end up there. */
  readonly path: string
  readonly status: number
  readonly ms: number
  /** Key of the site whose key was used, and the first characters of that. */
  readonly site?: string
  readonly prefix?: string
}

const longestPath = 500

/**
 * Writes one line of JSON for each request: when, what, how it was answered and by which key of which
 * site it was asked. No bodies, no queries, no keys, and no addresses of people: a proxy in front keeps
 * those where somebody may.
 */
export function accessLog(
  write: (line: string) => void,
  clock: () => Date,
): (answered: Answered) => void {
  return ({ path, ...rest }) => {
    const line = { at: clock().toISOString(), ...rest, path: path.slice(0, longestPath) }
    write(`${JSON.stringify(withoutSecrets(line))}\n`)
  }
}
