import canonicalize from 'canonicalize'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { hasRole } from '../access/index.ts'
import { subjectName } from '../domain/model/index.ts'
import type { Actor, Graph, Subject } from '../domain/model/index.ts'
import { contentHash, standingOf } from '../domain/review/index.ts'
import { evaluate } from '../domain/rules/index.ts'
import type { GatedDocument, GatedSlug, Keys } from '../projection/index.ts'
import {
  claimIdsIn,
  isGatedSlug,
  loadNeighbourhood,
  referencesIn,
  unknownKey,
} from '../projection/index.ts'
import { actorOf } from './actorOf.ts'
import { project, withEntry } from './assess.ts'
import { refusal, refusedByGate } from '../refusal.ts'
import type { JudgedWrite, SaveMode } from './writeState.ts'
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
  const next: GatedDocument = { ...before, ...data }
  const live = before === undefined ? undefined : await liveDocument(req, slug, before)
  const target = targetOf(next, state.saveMode.get(slug) ?? 'main')

  const documents = [next, before, live].filter((each) => each !== undefined)
  const { graph, keys } = await loadNeighbourhood({ payload: req.payload, req }, slug, documents)
  refuseLooseEnds(slug, next, keys)
  const subject = project(slug, next, keys)
  const name = subjectName(subject)
  const changed = changedPlaces(before && project(slug, before, keys), subject)
  const hash = contentHash(subject, graph)

  if (before === undefined) refuseUnusableKey(graph, subject)
  refuseForeignHands(req, actor, changed, target)
  if (target === 'draft' && live !== undefined && state.withdrawal === undefined) {
    throw refusal(
      'state',
      `${name} is live, and this write would take it out of the feed without a reason. Save it with draft=true beside the live text, publish it, or withdraw it with a reason.`,
      { possible: ['save with draft=true', 'publish', 'withdraw'] },
    )
  }

  const afterwards =
    changed.length === 0
      ? graph
      : withEntry(
          graph,
          {
            at: now.toISOString(),
            subject: name,
            action: 'edit',
            contentHash: hash,
            actor,
            changed,
          },
          subject,
        )
  if (target === 'publication') {
    const findings = evaluate(subject, afterwards, now)
    if (findings.some(({ severity }) => severity === 'error')) throw refusedByGate(name, findings)
  }

  state.judged.set(name, {
    subject,
    contentHash: hash,
    changed,
    ...liveChange(
      target,
      live && contentHash(project(slug, live, keys), graph),
      hash,
      state.withdrawal,
    ),
  })
  return {
    ...data,
    ...storedState(slug, subject, afterwards, now, target, live !== undefined, next),
  }
}

/** What a write does to the main table: nothing, leave an unpublished text there, or publish. */
type Target = 'beside' | 'draft' | 'publication'

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

async function liveDocument(
  req: PayloadRequest,
  slug: GatedSlug,
  { id }: GatedDocument,
): Promise<GatedDocument | undefined> {
  const main = await req.payload.db.findOne<GatedDocument & { id: string }>({
    collection: slug,
    where: { id: { equals: id } },
    req,
  })
  return main?.['_status'] === 'published' ? main : undefined
}

function changedPlaces(before: Subject | undefined, next: Subject): string[] {
  const places = new Set([...Object.keys(before ?? {}), ...Object.keys(next)])
  places.delete('kind')
  const at = (subject: Subject | undefined, place: string) =>
    canonicalize((subject as Readonly<Record<string, unknown>> | undefined)?.[place] ?? null)
  return [...places].filter((place) => at(before, place) !== at(next, place)).sort()
}

/** A reference that leads nowhere would be lost, on one database by an error, on another in silence. */
function refuseLooseEnds(slug: GatedSlug, next: GatedDocument, keys: Keys): void {
  const loose = referencesIn(slug, next).find(({ to, id }) =>
    to === 'media' ? keys.media(id) === undefined : keys.of(id) === unknownKey,
  )
  if (loose === undefined) return
  throw refusal(
    'malformed',
    `${loose.place}: there is nothing with the id ${loose.id} in ${loose.to}. Choose one that exists; nothing was saved.`,
  )
}

/**
 * The log names a subject by its key, from the first draft on. A key is never reused: feeds out there
 * know what it meant (DESIGN, words).
 */
function refuseUnusableKey(graph: Graph, subject: Subject): void {
  if (subject.key === '') {
    throw refusal(
      'malformed',
      `A new ${subject.kind} needs a key, or a title, statement or name to make one from; nothing was saved.`,
    )
  }
  const name = subjectName(subject)
  if ((graph.log.get(name) ?? []).length === 0) return
  throw refusal(
    'conflict',
    `The key ${subject.key} was used before, and a key is never used for another thing. Choose another key.`,
  )
}

function refuseForeignHands(
  req: PayloadRequest,
  actor: Actor,
  changed: readonly string[],
  target: Target,
): void {
  if (changed.length > 0 && !hasRole(req.user, 'editor')) {
    throw refusal('role', `Only editors change content, and ${actor.name} is none. Ask an editor.`)
  }
  if (target === 'publication' && !hasRole(req.user, 'editor', 'reviewer')) {
    throw refusal('role', `Only editors and reviewers publish, and ${actor.name} is neither.`)
  }
}

function liveChange(
  target: Target,
  liveHash: string | undefined,
  hash: string,
  withdrawal: { readonly reason: string } | undefined,
): Pick<JudgedWrite, 'live'> {
  if (target === 'publication') return liveHash === hash ? {} : { live: { action: 'publish' } }
  if (target === 'draft' && liveHash !== undefined && withdrawal !== undefined) {
    return { live: { action: 'withdraw', reason: withdrawal.reason, contentHash: liveHash } }
  }
  return {}
}

/** The convenience fields for lists; whatever the body said of them is overwritten. */
function storedState(
  slug: GatedSlug,
  subject: Subject,
  graph: Graph,
  now: Date,
  target: Target,
  wasLive: boolean,
  next: GatedDocument,
): Record<string, unknown> {
  const claimsUsed =
    slug === 'therapies' || slug === 'articles' ? { claimsUsed: claimIdsIn(next) } : {}
  if (slug === 'studies' || slug === 'conditions') return {}
  const standing = standingOf(subject, graph, now)
  const liveStatus =
    target === 'publication'
      ? 'live'
      : target === 'draft' && wasLive
        ? 'withdrawn'
        : standing.liveState
  return {
    ...claimsUsed,
    reviewStatus: standing.reviewState,
    reviewDue: standing.reviewDue ?? null,
    liveStatus,
  }
}
