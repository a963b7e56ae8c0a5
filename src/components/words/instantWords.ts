/** `2026-11-22T16:18:00.123Z` reads "2026-11-22 16:18 UTC", the same for everybody everywhere. */
export function instantWords(at: string): string {
  return `${at.slice(0, 'YYYY-MM-DD'.length)} ${at.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:mm'.length)} UTC`
}
