import { nearNames } from '../src/domain/text/index.ts'
import { CalledWrongly, runCommand } from './command.ts'
import { subjectArgument } from './subjectArgument.ts'

await runCommand({
  name: 'audit:asof',
  about:
    'Shows what was live at the end of a day (UTC), with its text, the evidence it cited, who had signed it and under which policy, all as it was then. Only reads, also while the server runs. Exits 1 when the log is broken.',
  flags: {
    date: { type: 'string', value: 'YYYY-MM-DD', about: 'the day', required: true },
    key: { type: 'string', value: 'KIND/KEY', about: 'only this, in full, e.g. claim/some-key' },
  },
  run: async ({ flags: { date, key }, say, progress }) => {
    refuseImpossible(date)
    const only = key === undefined ? undefined : subjectArgument('--key', key)
    progress('Opening the database …')
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { withPayload } = await import('../src/start/index.ts')
    const { liveOn } = await import('../src/audit/index.ts')
    const { liveInWords, visible } = await import('../src/domain/audit/index.ts')
    const { live, names, breaks } = await withPayload(
      (payload) => liveOn(payload, date, { only, progress }),
      { access: 'read' },
    )
    if (only !== undefined && !names.includes(only)) {
      const near = nearNames(only, names)
      const hint = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`
      throw new CalledWrongly(`The log knows no ${only}.${hint}`)
    }
    for (const found of breaks) {
      say(visible(`${found.place}: ${found.message} [${found.code}]`), { ...found })
    }
    for (const each of live) {
      say(`${liveInWords(each, only !== undefined).join('\n')}\n`, { ...each })
    }
    const what = only ?? `${live.length} texts`
    const verdict =
      only !== undefined && live.length === 0
        ? `${only} was not live at the end of ${date} (UTC).`
        : `${what} live at the end of ${date} (UTC).`
    const warning =
      breaks.length === 0
        ? ''
        : ' The log is broken, and what it says is worth no more than that: run npm run audit:verify.'
    say(verdict + warning, { date, live: live.length, breaks: breaks.length })
    return breaks.length === 0 ? 0 : 1
  },
})

function refuseImpossible(date: string): void {
  const instant = Date.parse(`${date}T00:00:00.000Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(instant)
  if (!isDay || new Date(instant).toISOString().slice(0, 10) !== date) {
    throw new CalledWrongly(
      `--date is ${JSON.stringify(date)}; it has to be a day like 2026-11-01.`,
    )
  }
  if (instant > Date.now()) throw new CalledWrongly(`${date} has not come yet.`)
}
