import { CalledWrongly, runCommand } from './command.ts'

await runCommand({
  name: 'feeds:collect',
  about:
    'Removes from the store what no release needs that is to be kept. The server does so once a day; safe beside it.',
  flags: {
    keep: { type: 'string', about: 'how many of the newest releases stay (KEEP_RELEASES)' },
    days: { type: 'string', about: 'releases of so many days stay, too (KEEP_DAYS)' },
    'dry-run': { type: 'boolean', about: 'say what would be removed, and remove nothing' },
  },
  run: async ({ flags, say, progress }) => {
    const { env } = await import('../src/env.ts')
    const { collectGarbage } = await import('../src/repository/index.ts')
    const { openStore } = await import('../src/store/index.ts')
    const isDryRun = flags['dry-run']
    progress('Looking at the store …')
    const { oldest, removed, bytes } = await collectGarbage({
      store: openStore(env.storeLocation, env),
      now: new Date(),
      keepReleases: numberIn(flags.keep, '--keep', 1) ?? env.keep.keepReleases,
      keepDays: numberIn(flags.days, '--days', 0) ?? env.keep.keepDays,
      isDryRun,
    })
    const what = `${String(removed)} objects (${String(bytes)} bytes) ${isDryRun ? 'would be' : 'were'} removed.`
    say(
      oldest === null
        ? 'The store holds no release.'
        : `${what} Releases from ${String(oldest)} on can be read in whole.`,
      { oldest, removed, bytes, isDryRun },
    )
    return 0
  },
})

function numberIn(given: string | undefined, flag: string, least: number): number | undefined {
  if (given === undefined) return undefined
  const value = Number(given)
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new CalledWrongly(`${flag} takes a whole number from ${String(least)} on.`)
}
