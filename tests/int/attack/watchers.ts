import type { GatedSlug } from '../../../src/projection/index.ts'
import { isGatedSlug } from '../../../src/projection/index.ts'
import * as accounts from './accountProbes.ts'
import * as texts from './gatedProbes.ts'
import type { Probe } from './probe.ts'
import * as records from './recordProbes.ts'
import * as settings from './settingProbes.ts'

/** What shows that a lock is there: a probe that holds, and does not once the lock is open. */
export interface Watcher {
  readonly probe: Probe
  /** Locks that would keep out the same: with these open, it still holds by this one alone. */
  readonly behind?: readonly string[]
  /** A rule that would say the same. */
  readonly behindRule?: string
}

/** Who watches a lock, by its name; undefined where nobody does. */
export function watcherOf(lock: string): Watcher | undefined {
  const [place = '', ...rest] = lock.split(' ')
  const [slug = '', ...path] = place.split('.')
  const name = [path.join('.'), ...rest].filter((part) => part !== '').join(' ')
  if (isGatedSlug(slug)) return watcherOfText(slug, path.at(-1), name)
  if (isRecordSlug(slug)) return watcherOfRecord(slug, path.at(-1), name)
  const probe = others[lock]
  return typeof probe === 'function' ? { probe } : probe
}

function isRecordSlug(slug: string): slug is records.RecordSlug {
  return (records.records as readonly string[]).includes(slug)
}

const ofTexts: Readonly<Record<string, (slug: GatedSlug) => Probe>> = {
  'afterChange recordWrite': texts.draftBeside,
  'afterDelete recordDeletion': (slug) => texts.deletion(slug, false),
  'beforeChange guardWrite': texts.publication,
  'beforeDelete refuseDeletion': (slug) => texts.deletion(slug, true),
  'beforeOperation noteOperation': texts.draftBeside,
  'beforeValidate fillKey': texts.keyMade,
  'access create isEditor': (slug) => texts.turnedAway(slug, 'create'),
  'access update isEditor': (slug) => texts.turnedAway(slug, 'update'),
  'access delete isEditor': (slug) => texts.turnedAway(slug, 'delete'),
  'access read isSignedIn': (slug) => texts.unread(slug, 'texts'),
  'access readVersions isSignedIn': (slug) => texts.unread(slug, 'versions'),
  disableBulkEdit: texts.bulkEdit,
  disableDuplicate: texts.duplication,
  'doi beforeValidate': () =>
    texts.bareIdentifier('doi', 'https://doi.org/10.900000/pasted', '10.900000/pasted'),
  'pmid beforeValidate': () => texts.bareIdentifier('pmid', 'PMID: 123456', '123456'),
  'pmcid beforeValidate': () => texts.bareIdentifier('pmcid', 'pmc123456', 'PMC123456'),
  'nct beforeValidate': () => texts.bareIdentifier('nct', 'nct01234567', 'NCT01234567'),
  'accessed validate': (slug) => texts.impossible(slug, () => ({ accessed: 'yesterday' })),
  'statusChecked validate': (slug) =>
    texts.impossible(slug, () => ({ statusChecked: 'yesterday' })),
}

/** What the program says of a text, and what somebody else could. */
const keptOfTexts: Readonly<Record<string, unknown>> = {
  key: 'another-key',
  reviewStatus: 'approved',
  reviewDue: '2099-01-01T00:00:00.000Z',
  liveStatus: 'live',
  assignedTo: 'rita-reviewer',
  reviewBy: '2099-01-01T00:00:00.000Z',
  openComments: 77,
  publishAt: '2099-01-01T00:00:00.000Z',
}

function watcherOfText(
  slug: GatedSlug,
  field: string | undefined,
  name: string,
): Watcher | undefined {
  const probe = ofTexts[name]
  if (probe !== undefined) return { probe: probe(slug) }
  // The gate says the same, and a write without its judgement is undone.
  const gate = [`${slug} beforeChange guardWrite`, `${slug} afterChange recordWrite`]
  if (field !== undefined && / access (create|update) nobody$/.test(name)) {
    const isNew = name.includes(' create ')
    if (field === 'claimsUsed') return { probe: texts.claimsKept(slug, isNew), behind: gate }
    const value = keptOfTexts[field]
    return value === undefined
      ? undefined
      : { probe: texts.kept(slug, field, value, isNew), behind: gate }
  }
  switch (name) {
    case 'key validate':
      return { probe: texts.misnamed(slug), behind: gate }
    case 'language validate':
      return {
        probe: texts.impossible(slug, () => ({ language: 'english' })),
        behindRule: slug === 'disclaimers' ? 'disclaimer-complete' : 'page-channels-known',
      }
    case 'issued validate':
      return {
        probe: texts.impossible(slug, () => ({ issued: 'last year' })),
        behindRule: 'study-complete',
      }
    case 'statusNotEstablished.searchedOn validate':
      return {
        probe: texts.impossible(slug, (id, { ground }) => ({
          statusNotEstablished: [
            {
              therapy: slug === 'therapies' ? id : ground.therapy,
              jurisdiction: 'us',
              searchedOn: 'yesterday',
            },
          ],
        })),
        behindRule: 'status-not-established-holds',
      }
    default:
      return undefined
  }
}

function watcherOfRecord(
  slug: records.RecordSlug,
  field: string | undefined,
  name: string,
): Watcher | undefined {
  if (field === 'hash') return { probe: records.hashAsked }
  if (field !== undefined && name.endsWith('access read nobody')) {
    return { probe: records.notShown(field) }
  }
  const probe: Readonly<Record<string, Probe>> = {
    'beforeChange appendOnly': records.recordMade(slug),
    'beforeChange programOnly': records.recordMade(slug),
    'beforeDelete programDeletes': records.recordDeleted(slug),
    'beforeDelete refuseAnyDeletion': records.recordDeleted(slug),
    'afterChange tellPeople': records.toldOfAssignment,
    'access create nobody': records.recordRequest(slug, 'create'),
    'access update nobody': records.recordRequest(slug, 'update'),
    'access delete nobody': records.recordRequest(slug, 'delete'),
    'access read isSignedIn': records.closedToNobody(slug),
    'access read onlyOwn': records.ownNotices,
    'access read isAdmin': records.keysByEditor,
    disableBulkEdit: settings.bulkEdit(slug),
    disableDuplicate: records.copyMade(slug),
  }
  const found = probe[name]
  return found === undefined ? undefined : { probe: found }
}

/** What administrators set up and everybody reads. */
function settingLocks(slug: 'channels' | 'sites' | 'webhooks'): Readonly<Record<string, Probe>> {
  return {
    [`${slug} beforeValidate fillKey`]: settings.settingKeyMade(slug),
    [`${slug} access create isAdmin`]: settings.settingByEditor(slug, 'create'),
    [`${slug} access update isAdmin`]: settings.settingByEditor(slug, 'update'),
    [`${slug} access delete nobody`]: settings.settingDeleted(slug),
    [`${slug} access read isSignedIn`]: records.closedToNobody(slug),
    [`${slug}.key access update nobody`]: settings.settingRekeyed(slug),
    [`${slug}.key validate`]: settings.settingMisnamed(slug),
    [`${slug} disableBulkEdit`]: settings.bulkEdit(slug),
    [`${slug} disableDuplicate`]: settings.settingCopied(slug),
  }
}

const roles = ['admin', 'editor', 'reviewer']

const others: Readonly<Record<string, Probe | Watcher>> = {
  'channels afterChange queueReleaseAfterChange': settings.channelChanged,
  ...settingLocks('channels'),
  ...settingLocks('sites'),
  ...settingLocks('webhooks'),
  'webhooks access read isAdmin': settings.webhooksByEditor,
  'webhooks access delete isAdmin': settings.webhookDeletedByEditor,
  'webhooks beforeChange forgetWhyOff': settings.webhookOnAgain,
  'webhooks.address validate': settings.webhookInside,
  ...Object.fromEntries(
    (['offReason', 'secrets', 'since'] as const).flatMap((field) => [
      [`webhooks.${field} access create nobody`, settings.webhookFieldKept(field, true)],
      [`webhooks.${field} access update nobody`, settings.webhookFieldKept(field, false)],
    ]),
  ),

  'media beforeChange refuseRewordingUsedMedia': settings.imageReworded,
  'media beforeChange digestFile': settings.imageRenamed,
  'media beforeDelete refuseDeletingUsedMedia': settings.imageDeleted,
  'media beforeOperation refuseReplacingFile': settings.imageReplaced,
  'media access create isEditor': settings.imageByReviewer('create'),
  'media access update isEditor': settings.imageByReviewer('update'),
  'media access delete isEditor': settings.imageByReviewer('delete'),
  'media access read isSignedIn': records.closedToNobody('media'),
  'media disableBulkEdit': settings.bulkEdit('media', 'editor'),
  'media disableDuplicate': records.copyMade('media'),

  'users afterChange tellOfChange': accounts.toldOfRoles,
  'users afterDelete tellOfDeletion': accounts.toldOfDeletion,
  'users afterOperation tellOfReset': accounts.toldOfReset,
  'users beforeDelete refuseDeletingOneself': accounts.oneselfDeleted,
  'users beforeDelete refuseDeletingSigner': accounts.signerDeleted,
  'users beforeLogin refuseWithoutRoles': accounts.loginWithoutRoles,
  'users beforeOperation refuseStrangersAccount': accounts.accountByStranger,
  'users beforeOperation guardReset': accounts.guessableReset,
  'users beforeValidate fillKey': accounts.accountKeyMade,
  'users beforeValidate guardAccount': accounts.othersPassword,
  'users refresh keepSessionEnd': accounts.sessionRenewed,
  'users access create isAdmin': accounts.accountByEditor,
  'users access delete isAdmin': accounts.deletedByEditor,
  'users access read isSignedIn': records.closedToNobody('users'),
  'users access unlock isAdmin': accounts.unlockedByEditor,
  'users access update adminOrSelf': accounts.othersAccount,
  'users.orcid validate': accounts.badOrcid,
  'users.roles validate': accounts.noRoles,
  'users.key access update nobody': accounts.rekeyed,
  'users.key validate': accounts.accountMisnamed,
  'users disableBulkEdit': settings.bulkEdit('users'),
  'users disableDuplicate': records.copyMade('users'),
  ...Object.fromEntries(
    Object.entries({
      name: 'Somebody Else',
      credentials: 'MD',
      orcid: '0000-0002-1825-0097',
      roles,
      isFictitious: true,
    }).flatMap(([field, value]) => [
      [
        `users.${field} access create isAdmin`,
        { probe: accounts.saidOfANewOne(field, value), behind: ['users access create isAdmin'] },
      ],
      [
        `users.${field} access update isAdmin`,
        {
          probe: accounts.saidOfOneself(field, value),
          behind: ['users beforeValidate guardAccount'],
        },
      ],
    ]),
  ),

  'payload-locked-documents beforeValidate holdOneself': settings.lockInOthersName,
  'payload-locked-documents access delete': settings.lockOfOthers,
  'config afterError reportConflict': settings.conflictTold,
  'config afterError sayWhenAgain': accounts.retryAfter,
  'jobs access run': settings.jobRun,
  'jobs access queue': settings.jobByLocalApi('queue'),
  'jobs access cancel': settings.jobByLocalApi('cancel'),
}
