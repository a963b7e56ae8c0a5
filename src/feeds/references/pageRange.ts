/**
 * Pages in Vancouver style: of the last page only the digits that differ, `1572-1583` → `1572-83`.
 * What is not a range of numbers (`e123`, `S12-S15`, `12, 15-16`) stays as it is.
 */
export function pageRange(page: string): string {
  const [, first, last] = /^(\d+)\s*[-–]\s*(\d+)$/.exec(page.trim()) ?? []
  if (first === undefined || last === undefined) return page.trim()
  if (first.length !== last.length || last <= first) return `${first}-${last}`
  const same = Array.from(first).findIndex((digit, index) => digit !== last[index])
  return `${first}-${last.slice(same)}`
}
