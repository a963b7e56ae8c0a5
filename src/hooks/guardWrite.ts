import canonicalize from 'canonicalize'
import type { CollectionBeforeChangeHook } from 'payload'
import type { Actor, Graph, NewLogEntry, Subject } from '../domain/model/index.ts'
import { subjectName } from '../domain/model/index.ts'
import { contentHash, materialFacts, standingOf } from '../domain/review/index.ts'
import { evaluate } from '../domain/rules/index.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import { claimIdsIn, isGatedSlug, loadNeighbourhood } from '../projection/index.ts'
import { refusedByGate } from '../refusal.ts'
import { actorOf } from './actorOf.ts'
import { project, withEntries } from './assess.ts'
import { changedPlaces } from './changedPlaces.ts'
import { liveDocument } from './newestDocument.ts'
import {
  refuseForeignHands,
  refuseLooseEnds,
  refuseOddStatus,
  refuseSilentReturn,
  refuseTrashing,
  refuseUnpublishing,
  refuseUnusableKey,
} from './refusedWrites.ts'
import { isReviewedSlug, storedState } from './storedState.ts'
import type { LiveIntent, SaveMode, WrittenEntry } from './writeState.ts'
import { writeState } from './writeState.ts'

/**
 * The gate on every route. Drafts may be incomplete; what the public would read after this write
 * has to pass. Decides on (live, next): the main-table document and what would stand there, never
 * on `data` and `originalDoc` alone, which may both be a draft (DESIGN, invariant 1).
 */
export const guardWrite: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const slug = gatedSlug(collection.slug)
  const actor = actorOf(req)
  const now = new Date()
  const state = writeState(req.context)
  const before = operation === 'create' ? undefined : (originalDoc as GatedDocument)
  const live = before === undefined ? undefined : await liveDocument(req, slug, String(before.id))
  const mode = state.saveMode.get(slug) ?? 'main'
  const { createdAt: _created, updatedAt: _updated, ...asked } = data as GatedDocument
  const said = isRestore(mode) ? whole(asked, before, live) : asked
  const next: GatedDocument = { ...before, ...said, ...keptIn(before) }
  refuseOddStatus(next)
  const target = targetOf(next, mode)

  const documents = [next, before, live].filter((each) => each !== undefined)
  const { graph, keys } = await loadNeighbourhood({ payload: req.payload, req }, slug, documents)
  refuseLooseEnds(slug, next, keys)
  const write: Write = {
    target,
    graph,
    next: project(slug, next, keys),
    before: before && project(slug, before, keys),
    live: live && project(slug, live, keys),
    intent: state.intent,
  }
  const subject = write.next
  const name = subjectName(subject)
  const { liveState } = standingOf(subject, graph, now)
  const changed = changedPlaces(write.before, subject)

  if (before === undefined) refuseUnusableKey(graph, subject)
  const isPublication = target === 'publication'
  refuseForeignHands(req, actor, { isChange: changed.length > 0, isPublication })
  if (target === 'draft' && live !== undefined && state.intent?.action !== 'withdraw') {
    await refuseUnpublishing(req, slug, live, name)
  }
  if (isPublication) refuseSilentReturn(name, liveState, state.intent)

  const edit = editIn(write, changed, actor, now)
  const edited = withEntries(graph, subject, entriesIn(edit))
  if (isPublication) {
    const findings = evaluate(subject, edited, now)
    if (findings.some(({ severity }) => severity === 'error')) throw refusedByGate(name, findings)
  }
  const liveChange = liveChangeIn(write, actor, now)
  if (isTrashing(data)) await refuseTrashing(req, slug, next, name)

  state.judged.set(name, {
    entries: [...edit, ...liveChange],
    changesLive: liveChange.length > 0,
    changesReading: liveChange.length > 0 && liveState !== 'never',
    changesFacts: changesFacts(write),
  })
  const settled = withEntries(edited, subject, entriesIn(liveChange))
  return {
    ...said,
    // Restoring a version loses what nobody may change.
    key: subject.key,
    ...(before === undefined ? {} : { createdAt: before['createdAt'] }),
    ...(slug === 'therapies' || slug === 'articles' ? { claimsUsed: claimIdsIn(next) } : {}),
    // Whatever the body said of its own state is overwritten.
    ...(isReviewedSlug(slug)
      ? storedState(standingOf(subject, settled, now), settled.log.get(name) ?? [])
      : {}),
  }
}

/** A key is fixed once given: the log and feeds out there know the subject by it. */
function keptIn(before: GatedDocument | undefined): GatedDocument {
  return before === undefined ? {} : { key: before['key'] }
}

function isRestore(mode: SaveMode): boolean {
  return mode === 'restore' || mode === 'restore-beside'
}

/**
 * A restored version says all there is to say, but MongoDB leaves out what is empty, and what is left
 * out would stand as it is now: in what is judged here, and in what is live. It becomes nothing.
 */
function whole(
  asked: GatedDocument,
  ...documents: readonly (GatedDocument | undefined)[]
): GatedDocument {
  const {
    createdAt: _created,
    updatedAt: _updated,
    ...fields
  } = Object.assign({}, ...documents, asked) as GatedDocument
  return Object.fromEntries(Object.keys(fields).map((name) => [name, asked[name] ?? null]))
}

/** What a write does to the main table: nothing, leave an unpublished text there, or publish. */
type Target = 'beside' | 'draft' | 'publication'

/** A write as the domain sees it. */
interface Write {
  readonly target: Target
  readonly graph: Graph
  readonly next: Subject
  /** The newest text before. */
  readonly before: Subject | undefined
  readonly live: Subject | undefined
  readonly intent: LiveIntent | undefined
}

function targetOf(next: GatedDocument, mode: SaveMode): Target {
  // Restoring as a draft carries the old version's status along; nothing goes live by it.
  if (mode === 'restore-beside') return 'beside'
  if (next['_status'] === 'published') return 'publication'
  return mode === 'beside' ? 'beside' : 'draft'
}

function gatedSlug(slug: string): GatedSlug {
  if (isGatedSlug(slug)) return slug
  throw new Error(`guardWrite stands on the collection ${slug}, which holds no subjects.`)
}

/** There is no trash here; Payload lets a date of deletion skip some of its own checks. */
function isTrashing({ deletedAt }: { readonly deletedAt?: unknown }): boolean {
  return deletedAt !== undefined && deletedAt !== null
}

function editIn(
  { next, graph }: Write,
  changed: readonly string[],
  actor: Actor,
  now: Date,
): WrittenEntry[] {
  return changed.length === 0 ? [] : [about(next, graph, { action: 'edit', changed }, actor, now)]
}

/** The entry of what the write does to the live text; a withdrawal names the text that leaves. */
function liveChangeIn(
  { target, graph, next, live, intent }: Write,
  actor: Actor,
  now: Date,
): WrittenEntry[] {
  if (target === 'publication') {
    const isAsItWas = live !== undefined && contentHash(live, graph) === contentHash(next, graph)
    return isAsItWas ? [] : [about(next, graph, intent ?? { action: 'publish' }, actor, now)]
  }
  return target === 'draft' && live !== undefined && intent !== undefined
    ? [about(live, graph, intent, actor, now)]
    : []
}

function about(
  subject: Subject,
  graph: Graph,
  what: Pick<NewLogEntry, 'action'> & Partial<NewLogEntry>,
  actor: Actor,
  now: Date,
): WrittenEntry {
  const entry = {
    at: now.toISOString(),
    subject: subjectName(subject),
    contentHash: contentHash(subject, graph),
    actor,
    ...what,
  }
  return { entry, text: { subject, graph } }
}

function entriesIn(written: readonly WrittenEntry[]): readonly NewLogEntry[] {
  return written.map(({ entry }) => entry)
}

/** Claims rest on a study's live text where there is one, otherwise on its newest draft. */
function changesFacts({ target, next, before, live }: Write): boolean {
  const past = live ?? before
  const current = target === 'beside' ? (live ?? next) : next
  if (past?.kind !== 'study' || current.kind !== 'study') return false
  return canonicalize(materialFacts(past)) !== canonicalize(materialFacts(current))
}
