import { commitMetadata, type Written } from './commitMetadata.ts'
import type { TargetsPlan } from './metadataPlan.ts'
import { firstRoot } from './newRoot.ts'
import { findTarget, openedRelease, stateOf, type OpenedRelease } from './openedRelease.ts'
import type { AuditHead } from './metadataJson.ts'
import type { Keys } from './openKeys.ts'
import { planAll, planChanges } from './planTargets.ts'
import { readRootChain, type RootChain } from './rootChain.ts'
import { signersFor } from './signersFor.ts'
import type { SigningKey } from './signingKey.ts'
import {
  StoreError,
  isFeedPath,
  sha256Hex,
  targetName,
  type Healed,
  type ReleaseStore,
} from '../store/index.ts'
import type { TargetEntry } from './targetEntry.ts'
import type { TrustedState } from './trustedState.ts'

export interface BeginOptions {
  readonly store: ReleaseStore
  readonly keys: Keys
  /** The current release, null for the first. */
  readonly base: OpenedRelease | null
  readonly now: Date
  /** True: only what is put or kept is in the release. False: all of base that is not removed, too. */
  readonly startsEmpty: boolean
}

export interface ReleaseInput {
  /** Its number, greater than that of base. */
  readonly release: number
  readonly auditHead: AuditHead | null
}

export type ReleaseOutcome =
  | {
      readonly ok: true
      readonly release: OpenedRelease
      readonly written: Written
      readonly healed: Healed | null
    }
  | {
      readonly ok: false
      /** Somebody else has committed since `base` was opened: begin again from the new one. */
      readonly reason: 'conflict'
      readonly healed: Healed | null
    }

/** A release on its way into a store. Ends with commit or abort, whatever they answer. */
export interface ReleaseDraft {
  /** What a publisher that died had left. */
  readonly healed: Healed | null
  /** Adds or replaces a target. Its bytes go to the store at once; several may be on their way. */
  put(path: string, body: Uint8Array): Promise<TargetEntry>
  /** Takes a target over from base. */
  keep(path: string): void
  remove(path: string): void
  commit(input: ReleaseInput): Promise<ReleaseOutcome>
  abort(): Promise<void>
}

/**
 * Begins a release on top of another. Readers see nothing of it before its commit.
 *
 * @throws KeyError when the keys to sign with are not there
 */
export async function beginRelease(options: BeginOptions): Promise<ReleaseDraft> {
  const { store, base } = options
  const state = base === null ? null : stateOf(base)
  // Found out now rather than after an hour of rendering.
  await signing(options, state)
  const transaction = await store.begin()
  const changes = new Map<string, TargetEntry | null>()
  const kept = new Set<string>()
  let bodies: Written = { objects: 0, bytes: 0 }

  const commit = async ({ release, auditHead }: ReleaseInput): Promise<ReleaseOutcome> => {
    refuseUsedNumber(store, base, release)
    const { roots, newRoot, signers } = await signing(options, state)
    const planned =
      state === null || options.startsEmpty
        ? await planAll(state, await wholeList(state, changes, kept), roots)
        : await planChanges(state, changes, roots)
    if (!planned.lists.has('index.json')) {
      throw new TypeError('A release has an index.json. Put or keep it before the commit.')
    }
    const previous = previousOf(state)
    const note = { release, createdAt: options.now.toISOString(), auditHead, previous }
    const targets: TargetsPlan = { ...planned, note }
    const plan = { base: state, roots, newRoot, signers, now: options.now, targets }
    const outcome = await commitMetadata(store, transaction, { ...plan, renewsSnapshot: true })
    const { healed } = transaction
    if (!outcome.ok) return { ...outcome, healed }
    const written = {
      objects: bodies.objects + outcome.written.objects,
      bytes: bodies.bytes + outcome.written.bytes,
    }
    return { ok: true, release: openedRelease(outcome.state), written, healed }
  }

  return {
    healed: transaction.healed,
    put: async (path, body) => {
      refuseBadPath(path)
      const entry = { sha256: sha256Hex(body), bytes: body.byteLength }
      const outcome = await transaction.put(targetName(path, entry.sha256), body)
      if (outcome === 'taken') throw belied(store, targetName(path, entry.sha256))
      if (outcome === 'new') {
        bodies = { objects: bodies.objects + 1, bytes: bodies.bytes + entry.bytes }
      }
      kept.delete(path)
      changes.set(path, entry)
      return entry
    },
    keep: (path) => {
      changes.delete(path)
      kept.add(path)
    },
    remove: (path) => {
      kept.delete(path)
      changes.set(path, null)
    },
    commit: async (input) => {
      try {
        return await commit(input)
      } catch (error) {
        await transaction.abort()
        throw error
      }
    },
    abort: () => transaction.abort(),
  }
}

interface Signing {
  readonly roots: RootChain
  readonly newRoot: Uint8Array | null
  readonly signers: (role: SigningKey['role']) => readonly SigningKey[]
}

/** Who signs: found out anew for the commit, because keys may have been rotated since the begin. */
async function signing(
  { store, keys, now }: BeginOptions,
  base: TrustedState | null,
): Promise<Signing> {
  const held = await keys.read()
  // A root without a release is what is left of a first release that was cut off.
  const roots = base?.roots ?? (await readRootChain(store))
  const first = roots === null ? firstRoot(held, now) : null
  const chain = roots ?? first?.roots
  if (chain === undefined) throw new TypeError('There is a root, old or new.')
  const signers = signersFor(held, chain, now)
  for (const role of ['targets', 'snapshot', 'timestamp'] as const) signers(role)
  return { roots: chain, newRoot: first?.bytes ?? null, signers }
}

async function wholeList(
  base: TrustedState | null,
  changes: ReadonlyMap<string, TargetEntry | null>,
  kept: ReadonlySet<string>,
): Promise<ReadonlyMap<string, TargetEntry>> {
  const all = new Map<string, TargetEntry>()
  for (const path of kept) {
    const entry = base === null ? undefined : await findTarget(base, path)
    if (entry === undefined) {
      throw new TypeError(`${path} cannot be kept: the release before does not have it.`)
    }
    all.set(path, entry)
  }
  for (const [path, entry] of changes) if (entry !== null) all.set(path, entry)
  return all
}

function previousOf(base: TrustedState | null): TargetsPlan['note']['previous'] {
  if (base === null) return null
  const { targets, targetsSha256 } = base
  const { release } = targets['x-citegate']
  return { release, version: targets.version, sha256: targetsSha256 }
}

function refuseUsedNumber(store: ReleaseStore, base: OpenedRelease | null, release: number): void {
  const last = base?.release ?? 0
  if (Number.isSafeInteger(release) && release > last) return
  throw new StoreError(
    'release-used',
    `${store.place} holds release ${last} already, so the next one cannot be ${release}: numbers only grow. If the database was restored from an older backup, tell it what the store has.`,
  )
}

function refuseBadPath(path: string): void {
  if (isFeedPath(path)) return
  throw new StoreError(
    'bad-name',
    `${JSON.stringify(path)} cannot be the path of a feed file: its segments are letters, digits, ".", "_" and "-", and do not start with a dot.`,
  )
}

function belied(store: ReleaseStore, name: string): StoreError {
  return new StoreError(
    'target-damaged',
    `${name} in ${store.place} does not have the digest that names it. Delete it, then publish again.`,
  )
}
