import { setTimeout as delay } from 'node:timers/promises'
import { dice } from './dice.ts'
import type { Fate } from './ledger.ts'
import { Ledger } from './ledger.ts'
import type { DeedName, Found, WorkerLine } from './reports.ts'
import { WorkingProcess } from './worker.ts'

/** What a kill is aimed at. */
const targets = ['approve', 'publish', 'withdraw', 'release'] as const satisfies DeedName[]

export interface Killing {
  readonly kills: number
  readonly seed: number
  /** Environment of the process: its data folder and its database. */
  readonly settings: Readonly<Record<string, string>>
}

/** What a series of kills came to. */
export interface KillReport {
  /** What was found wrong after each restart. */
  readonly faults: readonly string[]
  /** By what the kill was aimed at, and what became of it. */
  readonly fates: Readonly<Record<string, number>>
  readonly kills: number
  /** Requests that were answered with a yes, over all lives of the program. */
  readonly acknowledged: number
  readonly slowestStartMs: number
}

/** Kills the working program again and again, and looks at what it finds when it starts anew. */
export async function killAgainAndAgain({ kills, seed, settings }: Killing): Promise<KillReport> {
  const chance = dice(seed)
  const ledger = new Ledger()
  const faults: string[] = []
  const fates: Record<string, number> = {}
  const durations = new Map<DeedName, number>()
  let lines: readonly WorkerLine[] = []
  let acknowledged = 0
  let slowestStartMs = 0

  const takeStock = (found: Found, kill: number, target: string): void => {
    const compared = ledger.compare(found, lines)
    for (const fault of compared.faults) {
      faults.push(`After kill ${String(kill)}, aimed at ${target}: ${fault}`)
    }
    slowestStartMs = Math.max(slowestStartMs, found.startedIn)
    if (kill === 0) return
    const name = `${target}: ${compared.fate satisfies Fate}`
    fates[name] = (fates[name] ?? 0) + 1
  }

  for (let kill = 0; kill <= kills && faults.length === 0; kill += 1) {
    const working = new WorkingProcess(settings, seed * 1000 + kill)
    const first = await working.until((line) => 'found' in line)
    const aimedAt = targets[(kill - 1 + targets.length) % targets.length] ?? 'publish'
    if ('found' in first) takeStock(first.found, kill, aimedAt)
    const target = targets[kill % targets.length] ?? 'publish'
    // One more than the first proves that the next request works.
    await working.until((line) => 'ends' in line)
    if (kill === kills) {
      await working.dismiss()
      break
    }
    await working.until(
      (line) => 'begins' in line && line.begins === target,
      1 + Math.floor(chance() * 2),
    )
    await delay(momentWithin(durations.get(target) ?? 50, chance))
    await working.kill()
    lines = working.lines
    for (const line of lines) {
      if ('refused' in line) faults.push(`Refused without a reason: ${JSON.stringify(line)}`)
      if (!('ends' in line)) continue
      acknowledged += 1
      durations.set(line.ends, ((durations.get(line.ends) ?? line.ms) + line.ms) / 2)
    }
  }
  return { faults, kills, fates, acknowledged, slowestStartMs }
}

/** Somewhere in a request that takes about so long; half of the time late in it, where it writes. */
function momentWithin(ms: number, chance: () => number): number {
  const from = chance() < 0.5 ? 0 : 0.6
  return ms * (from + chance() * (1.1 - from))
}
