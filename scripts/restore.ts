import type { BasePayload } from 'payload'
import type { StoreComparison } from '../src/publish/index.ts'
import { breaksInWords } from './breaksInWords.ts'
import { runCommand } from './command.ts'

await runCommand({
  name: 'restore',
  about:
    'Brings a backup into an empty database, SQLite or MongoDB, whichever DATABASE_URL names: everything or nothing. Stop the server first. Audits the result, and says what the store of releases has that the database has not. Exits 1 when the audit finds breaks.',
  positionals: [{ name: 'DIR', about: 'a folder that npm run backup has written' }],
  flags: {
    keys: {
      type: 'string',
      value: 'DIR',
      about: 'bring the keys that sign releases back from this folder',
    },
  },
  run: async ({ positionals: [folder = ''], flags: { keys }, say, progress }) => {
    progress('Opening the database …')
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { env } = await import('../src/env.ts')
    const { withPayload } = await import('../src/start/index.ts')
    const { auditDatabase } = await import('../src/audit/index.ts')
    const { databaseName } = await import('../src/database/index.ts')
    const { copyKeys, restoreBackup } = await import('../src/backup/index.ts')
    const place = databaseName(env.databaseUrl)
    const { mediaDir } = env
    const done = await withPayload(
      async (payload) => {
        const report = await restoreBackup(payload, { folder, mediaDir, place, progress })
        const audit = await auditDatabase(payload, { now: new Date(), progress })
        return { ...report, audit, store: await besideStore(payload) }
      },
      { access: 'restore' },
    )
    const copied = keys === undefined ? [] : await copyKeys(keys, env.keysDir, folder)
    const { manifest, rows, loose, begunAnew, audit, store } = done
    for (const line of breaksInWords(audit.breaks)) say(line.text, line.data)
    const missing = manifest.media?.missing ?? []
    say(
      [
        ...(begunAnew ? ['What an interrupted restore had left was removed first.'] : []),
        `The database ${place} holds the backup of ${manifest.takenAt}: ${String(rows)} documents and versions, ${String(manifest.media?.rows ?? 0)} images. Everybody logs in again.`,
        audit.ok
          ? `The log is whole, and the content bears it out${audit.head === null ? '' : `; it ends with entry ${String(audit.head.sequence)}, hash ${audit.head.hash}`}.`
          : `The audit finds ${String(audit.breaks.length)} breaks. They may have been in the backup: npm run audit:verify.`,
        ...loose.map((row) => `${row} referred to something that was not there already.`),
        ...missing.map((file) => `The image ${file} was missing when the backup was taken.`),
        ...copied.map((name) => `The key ${name} is back.`),
        ...store.lines,
      ].join('\n'),
      {
        ...{ rows, images: manifest.media?.rows ?? 0, takenAt: manifest.takenAt, begunAnew },
        ...{ loose, missing, keys: copied, ok: audit.ok, head: audit.head, store: store.told },
      },
    )
    return audit.ok ? 0 : 1
  },
})

interface Told {
  readonly lines: readonly string[]
  readonly told: StoreComparison | { readonly problem: string }
}

/** What the store says. The database is restored, whether or not the store can be read. */
async function besideStore(payload: BasePayload): Promise<Told> {
  const { env } = await import('../src/env.ts')
  const { compareWithStore } = await import('../src/publish/index.ts')
  const { standingInWords } = await import('../src/domain/release/index.ts')
  const { openRelease } = await import('../src/repository/index.ts')
  const { openStore } = await import('../src/store/index.ts')
  try {
    const store = openStore(env.storeLocation, { s3Endpoint: env.s3Endpoint })
    const told = await compareWithStore(payload, await openRelease(store))
    return { lines: standingInWords(told.standing, told.unknown), told }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    const line = `What the store ${env.storeLocation} has could not be read: ${problem}`
    return { lines: [line], told: { problem } }
  }
}
