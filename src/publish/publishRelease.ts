import type { BasePayload } from 'payload'
import { planRelease } from '../domain/release/index.ts'
import type { ReleasePlan } from '../domain/release/index.ts'
import { env } from '../env.ts'
import type { ReleaseDifference } from '../feeds/index.ts'
import { diffRelease, renderRelease } from '../feeds/index.ts'
import { fileStore } from '../store/index.ts'
import { readLastRelease } from './lastRelease.ts'
import { newRelease } from './newRelease.ts'
import type { Snapshot } from './readSnapshot.ts'
import { readSnapshot } from './readSnapshot.ts'
import { recordRelease } from './recordRelease.ts'

/** What a publication did, for logs and command lines. */
export interface ReleaseReport {
  readonly outcome: 'released' | 'unchanged'
  /** Number of the current release. */
  readonly release: number
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly withheld: ReleasePlan['withheld']
  /** Items left out because they cannot be written without loss. */
  readonly refusals: readonly { readonly place: string; readonly message: string }[]
  /** All of it in a sentence or two. */
  readonly message: string
}

const attempts = 5

let running: Promise<unknown> = Promise.resolve()

/**
 * Brings the feed in line with what is live: reads, asks the gate again over the whole content,
 * renders, commits, records. Nothing changed means no new release. In one process one at a time; of
 * two processes one wins, and the other starts again from what is current then.
 *
 * @param now - the day the gate judges by
 */
export async function publishRelease(
  payload: BasePayload,
  now: () => Date = () => new Date(),
): Promise<ReleaseReport> {
  const turn = running.then(() => attempt(payload, now, attempts))
  running = turn.catch(() => undefined)
  return turn
}

async function attempt(
  payload: BasePayload,
  clock: () => Date,
  left: number,
): Promise<ReleaseReport> {
  const now = clock()
  const store = fileStore(env.storeDir)
  const last = await readLastRelease(store)
  const snapshot = await readSnapshot(payload)
  const plan = planRelease(snapshot.graph, now)
  const rendered = renderRelease({
    publisher: env.publisher,
    graph: snapshot.graph,
    plan,
    media: mediaOf(snapshot),
    release: (last?.release ?? 0) + 1,
    ...(last === undefined ? {} : { previous: last.previous }),
    now,
  })
  const difference = diffRelease(last?.digests ?? new Map<string, string>(), rendered.files)
  const report = (outcome: ReleaseReport['outcome'], release: number): ReleaseReport => ({
    outcome,
    release,
    added: difference.added.length,
    changed: difference.changed.length,
    removed: difference.removed.length,
    withheld: plan.withheld,
    refusals: rendered.refusals,
    message: messageOf(outcome, release, difference, plan),
  })
  if (last !== undefined && !difference.hasChanged) {
    const { release, digest, manifest } = last
    const known = { release, digest, createdAt: manifest.createdAt }
    await recordRelease(payload, known, undefined, plan, snapshot.graph, now)
    return report('unchanged', last.release)
  }
  const committed = await store.commit(newRelease(store, rendered, snapshot, last, now))
  if (!committed.ok) {
    if (left > 1) return attempt(payload, clock, left - 1)
    throw new Error(
      `Another publisher was faster ${String(attempts)} times in a row; the feed has its release ${String(committed.current)}. Publish again.`,
    )
  }
  const digest = committed.manifestDigest
  const made = { release: committed.release, digest, createdAt: now.toISOString() }
  await recordRelease(payload, made, difference, plan, snapshot.graph, now)
  return report('released', committed.release)
}

function mediaOf({ media }: Snapshot) {
  return new Map(
    media.map(({ sha256, contentType, extension, bytes }) => [
      sha256,
      { contentType, extension, bytes },
    ]),
  )
}

function messageOf(
  outcome: ReleaseReport['outcome'],
  release: number,
  { added, changed, removed }: ReleaseDifference,
  { withheld }: ReleasePlan,
): string {
  const what =
    outcome === 'unchanged'
      ? `Nothing has changed since release ${String(release)}; there is no new one.`
      : `Release ${String(release)} is out: ${String(added.length)} files added, ${String(changed.length)} changed, ${String(removed.length)} removed.`
  const names = withheld.map(({ subject }) => subject)
  return names.length === 0
    ? what
    : `${what} Withheld because they fail the gate: ${[...new Set(names)].join(', ')}.`
}
