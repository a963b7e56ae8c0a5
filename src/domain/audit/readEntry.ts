import type { LogEntry } from '../model/index.ts'
import {
  approvalMeanings,
  logActions,
  roles,
  subjectKinds,
  withdrawalKinds,
} from '../model/index.ts'
import { isRecord } from './isRecord.ts'

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) > 0
const isOneOf =
  (known: readonly string[]): Check =>
  (value) =>
    known.includes(value as string)
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const isMaybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

const hasActor: Check = (value) =>
  isRecord(value) &&
  [value['key'], value['name']].every(isText) &&
  [value['credentials'], value['orcid']].every(isMaybe(isText)) &&
  isListOf(isOneOf(roles))(value['roles']) &&
  typeof value['isFictitious'] === 'boolean'

const hasPolicy: Check = (value) =>
  isRecord(value) &&
  Number.isSafeInteger(value['approvals']) &&
  isListOf(isOneOf(roles))(value['roles'])

const checks: Readonly<Record<keyof LogEntry, Check>> = {
  sequence: isCount,
  at: (value) => isText(value) && !Number.isNaN(Date.parse(String(value))),
  subject: (value) => isText(value) && isOneOf(subjectKinds)(String(value).split('/')[0]),
  action: isOneOf(logActions),
  contentHash: isText,
  actor: hasActor,
  meaning: isMaybe(isOneOf(approvalMeanings)),
  reason: isMaybe(isText),
  policy: isMaybe(hasPolicy),
  changed: isMaybe(isListOf(isText)),
  withdrawalKind: isMaybe(isOneOf(withdrawalKinds)),
  supersededBy: isMaybe(isText),
  assignee: isMaybe(isText),
  due: isMaybe(isText),
  place: isMaybe(isText),
  text: isMaybe(isText),
  publishAt: isMaybe(isText),
  refersTo: isMaybe(isCount),
  previousHash: isText,
  hash: isText,
}

export type ReadEntry =
  | { readonly ok: true; readonly entry: LogEntry }
  /** `problem` names the property, as the rest of a sentence that begins with the entry. */
  | { readonly ok: false; readonly problem: string }

/** Takes whatever stands in a log for an entry if it has the shape of one. Never throws. */
export function readEntry(row: unknown): ReadEntry {
  if (!isRecord(row)) return { ok: false, problem: 'is no record' }
  const wrong = Object.entries(checks).find(([name, check]) => !check(row[name]))
  return wrong === undefined
    ? { ok: true, entry: row as unknown as LogEntry }
    : { ok: false, problem: `says nothing readable in "${wrong[0]}"` }
}
