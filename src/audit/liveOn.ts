import type { BasePayload } from 'payload'
import type { AuditBreak, KeptText, LiveThen } from '../domain/audit/index.ts'
import { asOf, chainWatch, endOfDay, logBook, readText, textsFor } from '../domain/audit/index.ts'
import type { SubjectName } from '../domain/model/index.ts'
import { logRows } from './logRows.ts'
import { rowsOf } from './rowsOf.ts'

export interface DayReport {
  /** In the order of names. */
  readonly live: readonly LiveThen[]
  /** Every subject that the log names, on whatever day. */
  readonly names: readonly SubjectName[]
  /** Breaks of the log: what it says of any day is worth as much as its chain. */
  readonly breaks: readonly AuditBreak[]
}

export interface DayOptions {
  readonly only?: SubjectName | undefined
  /** Told how far it is, in a few words. */
  readonly progress?: (text: string) => void
}

/**
 * What was live at the end of a UTC day, from the log and the texts of record.
 *
 * @param date - ISO date
 */
export async function liveOn(
  payload: BasePayload,
  date: string,
  { only, progress = () => undefined }: DayOptions = {},
): Promise<DayReport> {
  const end = endOfDay(date)
  const watch = chainWatch()
  const book = logBook()
  const breaks: AuditBreak[] = []
  const names = new Set<SubjectName>()
  let read = 0
  for await (const { entry: row, problem } of logRows(payload)) {
    read += 1
    if (read % 1000 === 0) progress(`${String(read)} entries`)
    const { entry, breaks: found } = watch.next(row, problem)
    breaks.push(...found)
    if (entry === undefined) continue
    names.add(entry.subject)
    if (Date.parse(entry.at) < end.getTime()) book.add(entry)
  }
  const texts = await readTexts(payload, textsFor(book.bySubject, end))
  return { live: asOf(book.bySubject, texts, end, only), names: [...names], breaks }
}

async function readTexts(
  payload: BasePayload,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, KeptText>> {
  const texts = new Map<string, KeptText>()
  const wanted = { collection: 'texts', by: 'hash', only: hashes } as const
  for await (const { row } of rowsOf(payload, wanted)) {
    const read = readText(row)
    if (read.ok) texts.set(read.text.hash, read.text)
  }
  return texts
}
