import type { Actor, LogEntry } from '../model/index.ts'
import { visible } from './visible.ts'

interface Column {
  readonly title: string
  /** Narrower cells are filled up to it; wider ones stand out. */
  readonly width: number
  readonly of: (entry: LogEntry) => string
}

const columns: readonly Column[] = [
  { title: 'No.', width: 6, of: ({ sequence }) => String(sequence) },
  { title: 'Time (UTC)', width: 19, of: ({ at }) => at.slice(0, 19).replace('T', ' ') },
  { title: 'Subject', width: 48, of: ({ subject }) => subject },
  { title: 'Action', width: 15, of: ({ action }) => action },
  { title: 'Person', width: 44, of: ({ actor }) => personThen(actor) },
  { title: 'Hash', width: 12, of: ({ hash }) => hash.slice(0, 12) },
  { title: 'Said', width: 0, of: whatWasSaid },
]

/**
 * The log as people read it, a line at a time: the head of the table, then one line for each entry.
 * Persons stand with the credentials and roles they had. No text can break out of its cell.
 */
export function* auditTable(entries: Iterable<LogEntry>): Generator<string> {
  yield row(columns.map(({ title }) => title))
  yield row(columns.map(({ title, width }) => '-'.repeat(Math.max(width, title.length))))
  for (const entry of entries) yield auditRow(entry)
}

/** One line of the table. */
export function auditRow(entry: LogEntry): string {
  return row(columns.map(({ of }) => visible(of(entry)).replaceAll('|', '\\u{007c}')))
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) => cell.padEnd(columns[index]?.width ?? 0))
    .join(' | ')
    .trimEnd()
}

/** A person with credentials and roles as they were, on one line. */
export function personThen({ name, credentials, roles, isFictitious }: Actor): string {
  const titled = credentials === undefined ? name : `${name}, ${credentials}`
  const marks = [...roles, ...(isFictitious ? ['fictitious'] : [])]
  return marks.length === 0 ? titled : `${titled} (${marks.join(', ')})`
}

function whatWasSaid(entry: LogEntry): string {
  const { meaning, policy, withdrawalKind, supersededBy, assignee, due, place, text } = entry
  const asked = policy && `${String(policy.approvals)} asked of ${policy.roles.join(' or ')}`
  return [
    meaning?.replaceAll('-', ' '),
    asked,
    withdrawalKind && `kind: ${withdrawalKind}`,
    supersededBy && `superseded by ${supersededBy}`,
    assignee && `asks ${assignee}${due === undefined ? '' : ` until ${due}`}`,
    entry.publishAt && `for ${entry.publishAt}`,
    entry.refersTo && `to entry ${String(entry.refersTo)}`,
    entry.changed && `changed: ${entry.changed.join(', ')}`,
    place && `at ${place}`,
    text,
    entry.reason,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('; ')
}
