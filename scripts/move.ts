import { breaksInWords } from './breaksInWords.ts'
import { CalledWrongly, WorldFailed, runCommand } from './command.ts'

await runCommand({
  name: 'move',
  about:
    'Brings everything from the database in use into another, empty one, SQLite or MongoDB, and proves that both hold the same. The old one is only read, and images and releases stay where they are. Stop the server first. Exits 1 when the audits differ or find breaks.',
  positionals: [
    { name: 'URL', about: 'the new database: mongodb://…/name?replicaSet=… or file:…' },
  ],
  flags: {},
  run: async ({ positionals: [url = ''], say, progress }) => {
    if (!/^(file:|mongodb:\/\/|mongodb\+srv:\/\/)/.test(url)) {
      throw new CalledWrongly(`${JSON.stringify(url)} does not start with file: or mongodb://.`)
    }
    progress('Opening the databases …')
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { env } = await import('../src/env.ts')
    const { withPayload } = await import('../src/start/index.ts')
    const { databaseFile, databaseName, isOwned } = await import('../src/database/index.ts')
    const { existsSync } = await import('node:fs')
    const { moveDatabase } = await import('../src/backup/index.ts')
    if (url === env.databaseUrl) {
      throw new CalledWrongly('That is the database in use. Name the new one.')
    }
    if (env.databaseUrl.startsWith('file:')) {
      const file = databaseFile(env.databaseUrl)
      if (existsSync(file) && isOwned(file)) {
        throw new WorldFailed(
          'Citegate is running, and what is written after the move would be lost. Stop it, and move then.',
        )
      }
    }
    const place = databaseName(url)
    const { restored, audit, isSame } = await withPayload(
      (from) =>
        withPayload(
          (to) =>
            moveDatabase(from, to, { dataDir: env.dataDir, place, now: new Date(), progress }),
          { access: 'restore', url },
        ),
      { access: 'read' },
    )
    for (const line of breaksInWords(audit.breaks)) say(line.text, line.data)
    const { rows, loose } = restored
    say(
      [
        `The database ${place} holds all of ${databaseName(env.databaseUrl)}: ${String(rows)} documents and versions.`,
        ...loose.map((row) => `${row} referred to something that was not there already.`),
        isSame
          ? `The audits of both say the same: ${audit.ok ? 'the log is whole, and the content bears it out' : 'there are breaks'}.`
          : 'The audits of the two differ. Keep the old database, and go on with it.',
        ...(isSame
          ? [
              'Set DATABASE_URL to the new one, and start. Put the old one away: two databases must not publish into one store.',
            ]
          : []),
      ].join('\n'),
      { rows, loose, isSame, ok: audit.ok, head: audit.head },
    )
    return isSame && audit.ok ? 0 : 1
  },
})
