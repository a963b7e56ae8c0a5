import type { AuditBreak } from '../src/domain/audit/index.ts'
import { visible } from '../src/domain/audit/index.ts'

/** What an audit found, a line each, with nothing in it that a terminal would obey. */
export function breaksInWords(
  breaks: readonly AuditBreak[],
): readonly { readonly text: string; readonly data: Readonly<Record<string, unknown>> }[] {
  return breaks.map((found) => ({
    text: visible(`${found.place}: ${found.message} [${found.code}]`),
    data: { ...found },
  }))
}
