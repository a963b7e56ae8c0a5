import type { DeedName, Found, LoggedDeed, WorkerLine } from './reports.ts'

/** What became of the request that a kill met. */
export type Fate = 'done' | 'undone' | 'none under way'

/** What was acknowledged, over all the lives of the program. */
export class Ledger {
  private known: readonly LoggedDeed[] = []
  private release = 0
  private isOpen = false

  /** Holds what a restart found against what was acknowledged before the kill; answers with faults. */
  compare(found: Found, lines: readonly WorkerLine[]): { faults: readonly string[]; fate: Fate } {
    const { log, faults } = found
    const wasFirst = !this.isOpen
    this.isOpen = true
    const { acknowledged, underWay, release } = read(lines)
    const expected = [...this.known, ...acknowledged]
    const before = this.release
    this.known = log
    this.release = Math.max(found.nextRelease, found.release)
    // What furnished the place is nobody's request.
    if (wasFirst) return { faults, fate: 'none under way' }

    const more = log.slice(expected.length)
    const isMore = more.length > 0
    const last = Math.max(before, release)
    const isDone = underWay?.begins === 'release' ? found.release > last : isMore
    return {
      fate: underWay === undefined ? 'none under way' : isDone ? 'done' : 'undone',
      faults: [
        ...faults,
        ...(startsWith(log, expected) ? [] : [lost(log, expected)]),
        ...(!isMore || isWholly(more, underWay) ? [] : [`Nobody asked for ${text(more)}.`]),
        ...(found.release >= last && found.release <= last + 1
          ? []
          : [
              `The feed is at release ${String(found.release)}, and ${String(last)} was acknowledged.`,
            ]),
      ],
    }
  }
}

interface Told {
  readonly acknowledged: readonly LoggedDeed[]
  readonly underWay: Extract<WorkerLine, { begins: unknown }> | undefined
  readonly release: number
}

function read(lines: readonly WorkerLine[]): Told {
  const last = lines.at(-1)
  return {
    acknowledged: lines.flatMap((line): LoggedDeed[] =>
      'ends' in line && line.ends !== 'release'
        ? [[line.subject, actionOf(line.ends), line.contentHash]]
        : [],
    ),
    underWay: last !== undefined && 'begins' in last ? last : undefined,
    release: Math.max(0, ...lines.map((line) => ('ends' in line ? (line.release ?? 0) : 0))),
  }
}

const actionOf = (deed: DeedName): string => (deed === 'create' ? 'edit' : deed)

function startsWith(log: readonly LoggedDeed[], expected: readonly LoggedDeed[]): boolean {
  return expected.every((deed, at) => text(deed) === text(log[at]))
}

/** Whether what is there beyond the acknowledged is the one request that was under way, all of it. */
function isWholly(more: readonly LoggedDeed[], underWay: Told['underWay']): boolean {
  const [only] = more
  if (only === undefined || underWay === undefined) return false
  const [subject, action] = only
  return more.length === 1 && subject === underWay.subject && action === actionOf(underWay.begins)
}

function lost(log: readonly LoggedDeed[], expected: readonly LoggedDeed[]): string {
  const at = expected.findIndex((deed, index) => text(deed) !== text(log[index]))
  return `Acknowledged and not there: ${text(expected[at])}; in its place stands ${text(log[at])}.`
}

const text = (value: unknown): string => JSON.stringify(value)
