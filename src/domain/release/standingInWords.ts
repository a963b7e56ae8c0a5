import type { StoreStanding, UnknownItem } from './storeStanding.ts'

/** How a store and a database stand to each other, in lines for people. */
export function standingInWords(
  standing: StoreStanding,
  unknown: readonly UnknownItem[] = [],
): readonly string[] {
  const { release } = standing
  switch (standing.standing) {
    case 'in-step':
      return release === 0
        ? ['Neither the store nor the database has a release yet.']
        : [`The store and the database are in step, at release ${String(release)}.`]
    case 'record-missing':
      return [
        `The store has release ${String(release)}; the database lists ${listed(standing.listed)} and holds the whole log that the release was made from. The next publication adds the record.`,
      ]
    case 'store-older':
      return [
        `The database lists releases up to ${String(standing.listed)}, and the store ${release === 0 ? 'has none' : `ends with ${String(release)}`}. Bring the store back: the next release would take a number that readers have seen.`,
      ]
    case 'database-older':
      return [
        `The database is older than the store, or another one. The store has release ${String(release)}; the database lists ${listed(standing.listed)}, and ${missingLog(standing)}`,
        ...unknown.map(itemInWords),
        'Restore a newer backup if there is one. A release made from this database would tell readers what it knows, under a new number, and nothing of what is listed here.',
      ]
  }
}

function listed(release: number): string {
  return release === 0 ? 'none' : `releases up to ${String(release)}`
}

function missingLog({ entries }: Extract<StoreStanding, { standing: 'database-older' }>): string {
  if (entries === null) {
    return 'its log says something else than the log that the release was made from.'
  }
  return entries.from === entries.to
    ? `its log lacks entry ${String(entries.to)}.`
    : `its log lacks the entries ${String(entries.from)} to ${String(entries.to)}.`
}

function itemInWords({ subject, channel, version, unknown, known }: UnknownItem): string {
  switch (unknown) {
    case 'subject':
      return `${channel}: ${subject}, version ${String(version)}: the database has never heard of it.`
    case 'version':
      return `${channel}: ${subject}, version ${String(version)}: the database knows ${known === 0 ? 'no published version' : `version ${String(known)}`}.`
    case 'withdrawal':
      return `${channel}: ${subject} was withdrawn, and the database takes it for live.`
  }
}
