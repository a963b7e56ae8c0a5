import type { BasePayload } from 'payload'
import { isoDate } from '../domain/review/index.ts'
import type { ReleasePlan } from '../domain/release/index.ts'
import { env } from '../env.ts'
import { emptyLists } from '../feeds/index.ts'
import { beginRelease, createKeys, openKeys, openRelease } from '../repository/index.ts'
import type { OpenedRelease, ReleaseDraft } from '../repository/index.ts'
import { openStore } from '../store/index.ts'
import { readBasis } from './basis.ts'
import { allWithheld } from './contentState.ts'
import type { GatheredContent } from './gatherContent.ts'
import { gatherContent } from './gatherContent.ts'
import { nextRelease } from './nextRelease.ts'
import { readPrevious, rememberLists } from './previousLists.ts'
import { recordRelease } from './recordRelease.ts'
import { RecentForms } from './recentForms.ts'
import type { FileCounts } from './releaseFiles.ts'
import { ReleaseFiles } from './releaseFiles.ts'
import { writeLists } from './writeLists.ts'

/** What a publication did, for logs and command lines. */
export interface ReleaseReport extends FileCounts {
  readonly outcome: 'released' | 'unchanged'
  /** Number of the current release. */
  readonly release: number
  readonly withheld: ReleasePlan['withheld']
  /** Items left out because they cannot be written without loss. */
  readonly refusals: readonly { readonly place: string; readonly message: string }[]
  /** What it cost: documents read, items looked at, objects and bytes written to the store. */
  readonly cost: {
    readonly read: number
    readonly rendered: number
    readonly written: number
    readonly bytes: number
  }
  /** All of it in a sentence or two. */
  readonly message: string
}

export interface PublishOptions {
  /** The day the gate judges by. */
  readonly now?: () => Date
  /** Look at everything, whatever has happened since the last release. */
  readonly isWhole?: boolean
  /** Publish even where the store knows more than this database, see nextRelease. */
  readonly acceptsOlderDatabase?: boolean
}

const attempts = 5

let running: Promise<unknown> = Promise.resolve()

/**
 * Brings the feed in line with what is live: reads, asks the gate again, renders, commits, records.
 * Nothing changed means no new release. In one process one at a time; of two processes one wins, and
 * the other starts again from what is current then.
 */
export async function publishRelease(
  payload: BasePayload,
  options: PublishOptions = {},
): Promise<ReleaseReport> {
  const turn = running.then(() => attempt(payload, options, attempts))
  running = turn.catch(() => undefined)
  return turn
}

async function attempt(
  payload: BasePayload,
  options: PublishOptions,
  left: number,
): Promise<ReleaseReport> {
  const now = options.now?.() ?? new Date()
  const store = openStore(env.storeLocation, env)
  const base = await openRelease(store)
  const keys = openKeys(env.keysDir)
  if (base === null) await createKeys(keys, now)
  const draft = await beginRelease({ store, keys, base, now, startsEmpty: false })
  try {
    const made = await make(payload, base, draft, now, options)
    if (made === 'conflict') {
      if (left > 1) return await attempt(payload, options, left - 1)
      throw new Error(
        `Another publisher was faster ${String(attempts)} times in a row; the feed has its release. Publish again.`,
      )
    }
    return made
  } catch (error) {
    await draft.abort()
    throw error
  }
}

async function make(
  payload: BasePayload,
  base: OpenedRelease | null,
  draft: ReleaseDraft,
  now: Date,
  { isWhole = false, acceptsOlderDatabase = false }: PublishOptions,
): Promise<ReleaseReport | 'conflict'> {
  const previous = base === null ? undefined : await readPrevious(base)
  const basis = isWhole ? undefined : await readBasis(payload, base)
  const { release, isDue } = await nextRelease(payload, base, acceptsOlderDatabase)
  const files = new ReleaseFiles(base, draft)
  const forms = new RecentForms()
  const gathered = await gatherContent(payload, {
    ...{ base, previous, basis, release, now, forms },
    sink: {
      file: async ({ path, body }, sha256) => {
        await files.bytes(path, body, sha256)
      },
      media: (path, { read }) => files.media(path, read),
      absent: (path) => {
        files.takeBack(path)
      },
    },
  })
  const { hasChanged, channels } = await writeLists(files, channelsOf(gathered), previous, {
    ...{ release, isDue, forms },
    isWhole: gathered.isWhole,
  })
  const day = isoDate(now)
  if (base !== null && !hasChanged) {
    await draft.abort()
    await recordRelease(payload, base, undefined, gathered, day, now)
    return reportOf('unchanged', base.release, files, gathered)
  }
  const committed = await draft.commit({ release, auditHead: gathered.head })
  if (!committed.ok) return 'conflict'
  rememberLists({ release, digest: committed.release.digest, channels })
  await recordRelease(payload, committed.release, files.counts(), gathered, day, now)
  return reportOf('released', release, files, gathered, committed.written)
}

function channelsOf({ channels, state }: GatheredContent) {
  return channels.map((channel) => ({
    channel,
    lists: state.lists.get(channel.key) ?? emptyLists,
  }))
}

function reportOf(
  outcome: ReleaseReport['outcome'],
  release: number,
  files: ReleaseFiles,
  { state, read, rendered }: GatheredContent,
  written: { readonly objects: number; readonly bytes: number } = { objects: 0, bytes: 0 },
): ReleaseReport {
  const withheld = allWithheld(state)
  const counts = outcome === 'released' ? files.counts() : { added: 0, changed: 0, removed: 0 }
  return {
    outcome,
    release,
    ...counts,
    withheld,
    refusals: [...state.refusals.values()],
    cost: { read, rendered, written: written.objects, bytes: written.bytes },
    message: messageOf(outcome, release, counts, withheld),
  }
}

function messageOf(
  outcome: ReleaseReport['outcome'],
  release: number,
  { added, changed, removed }: FileCounts,
  withheld: ReleasePlan['withheld'],
): string {
  const what =
    outcome === 'unchanged'
      ? `Nothing has changed since release ${String(release)}; there is no new one.`
      : `Release ${String(release)} is out: ${String(added)} files added, ${String(changed)} changed, ${String(removed)} removed.`
  const names = withheld.map(({ subject }) => subject)
  return names.length === 0
    ? what
    : `${what} Withheld because they fail the gate: ${[...new Set(names)].join(', ')}.`
}
