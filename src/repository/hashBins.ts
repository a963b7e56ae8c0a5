import { hash } from 'node:crypto'

const fewTargets = 1000
const targetsInABin = 32
const mostBits = 10

/** `name_prefix` of the bins in targets.json. */
export const binPrefix = 'bin'

/**
 * Whether a target moves to a hash bin once there are bins: items, media and the changes of a
 * release. The lists that change with every release stay in targets.json, which changes with it.
 */
export function isBinned(path: string): boolean {
  const [first, ...rest] = path.split('/')
  return first === 'media' || (rest.length > 1 && first !== 'schema')
}

/**
 * Into how many bins so many targets go, as a power of two; 0 is none. Bins are split and joined
 * only when they are wrong by a factor of four, because that rewrites all of them.
 */
export function bitLengthFor(targets: number, present: number): number {
  const ideal =
    targets <= fewTargets
      ? 0
      : Math.min(mostBits, Math.max(1, Math.round(Math.log2(targets / targetsInABin))))
  return Math.abs(ideal - present) < 2 ? present : ideal
}

/** The bin a target belongs to: the first bits of the SHA-256 of its path (TUF 1.0, 4.5; TAP 15). */
export function binOf(path: string, bitLength: number): number {
  return hash('sha256', path, 'buffer').readUInt32BE() >>> (32 - bitLength)
}

/** The role name of a bin: its number in as many hex digits as the last one needs (TAP 15). */
export function binName(bin: number, bitLength: number): string {
  const digits = (2 ** bitLength - 1).toString(16).length
  return `${binPrefix}-${bin.toString(16).padStart(digits, '0')}`
}
