import { runCommand } from './command.ts'

await runCommand({
  name: 'feeds:publish',
  about:
    'Commits a release of what is live now, if anything has changed since the last one. While the server runs on SQLite it owns the database and publishes by itself; this command then exits 3.',
  flags: {
    whole: {
      type: 'boolean',
      about: 'look at everything, and not only at what was written since the last release',
    },
    'accept-older-database': {
      type: 'boolean',
      about: 'publish even where the store knows more than this database, after a restore',
    },
  },
  run: async ({ flags, say, progress }) => {
    progress('Publishing …')
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { withPayload } = await import('../src/start/index.ts')
    const { PublicationRefused, publishRelease } = await import('../src/publish/index.ts')
    const options = {
      isWhole: flags.whole,
      acceptsOlderDatabase: flags['accept-older-database'],
    }
    try {
      const report = await withPayload((payload) => publishRelease(payload, options))
      say(report.message, { ...report })
      return 0
    } catch (error) {
      if (!(error instanceof PublicationRefused)) throw error
      say(error.message, { outcome: 'refused', code: error.code, message: error.message })
      return 1
    }
  },
})
