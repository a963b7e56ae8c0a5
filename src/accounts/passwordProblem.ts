import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

/** Whose password it would be. */
export interface PasswordOwner {
  readonly email?: string | null | undefined
  readonly name?: string | null | undefined
  readonly key?: string | null | undefined
}

const shortest = 12
const longest = 200

/** What an attacker who tries the likeliest first would need; a lockout leaves him some 1,400 a day. */
const fewestGuesses = 1_000_000

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })

/**
 * Why a password is not taken, as a sentence; undefined when it is. Length counts, and that nobody
 * would guess it; which characters it is made of does not (NIST SP 800-63B, 3.1.1.2).
 */
export function passwordProblem(password: unknown, owner: PasswordOwner): string | undefined {
  if (typeof password !== 'string') return 'A password is a text.'
  // In code points: what a person typed, and what the standard counts.
  const { length } = Array.from(password)
  if (length < shortest) {
    return `A password has at least ${String(shortest)} characters; this one has ${String(length)}. A few words that do not belong together are easy to keep.`
  }
  if (length > longest) return `A password has at most ${String(longest)} characters.`
  const { guesses } = estimator.check(password, expected(owner))
  return guesses < fewestGuesses
    ? 'This password is among the first that an attacker tries: a common one, a row of keys, a repetition, or the name of the account. Take a few words that do not belong together.'
    : undefined
}

/** What stands in the account itself, whole and in parts. */
function expected({ email, name, key }: PasswordOwner): string[] {
  return [email, name, key]
    .flatMap((text) => (typeof text === 'string' ? [text, ...text.split(/[^\p{L}\p{N}]+/u)] : []))
    .concat('citegate')
    .filter((word) => word.length > 2)
}
