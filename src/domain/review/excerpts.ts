const longest = 500
const lead = 120

/** Two values short enough to be shown beside each other: long ones from shortly before they part. */
export function excerpts(
  before: string | undefined,
  after: string | undefined,
): { readonly before?: string; readonly after?: string } {
  const start = before === undefined || after === undefined ? 0 : partingOf(before, after)
  const isLong = Math.max(before?.length ?? 0, after?.length ?? 0) > longest
  const from = isLong ? Math.max(0, start - lead) : 0
  return {
    ...(before === undefined ? {} : { before: cut(before, from) }),
    ...(after === undefined ? {} : { after: cut(after, from) }),
  }
}

function partingOf(one: string, other: string): number {
  let index = 0
  while (index < one.length && one[index] === other[index]) index += 1
  return index
}

function cut(text: string, from: number): string {
  const start = from === 0 ? text : `…${text.slice(from + 1)}`
  const shown = start.length > longest ? `${start.slice(0, longest - 1)}…` : start
  // Half a character at a cut has no form of its own.
  return shown.replaceAll(/\p{Surrogate}/gu, '')
}
