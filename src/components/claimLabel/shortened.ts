const longest = 120

/** A statement short enough to stand in running text, cut between words. */
export function shortened(statement: string): string {
  if (statement.length <= longest) return statement
  const head = statement.slice(0, longest)
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), longest / 2))}…`
}
