import { runCommand } from './command.ts'

await runCommand({
  name: 'content:check',
  about:
    'Asks the gate about all live content, as a release today would. Lists what would be withheld and why; exits 1 when anything would. Only reads, also while the server runs.',
  flags: {},
  run: async ({ say, progress }) => {
    progress('Checking …')
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { withPayload } = await import('../src/start/index.ts')
    const { checkContent } = await import('../src/publish/index.ts')
    const { live, withheld } = await withPayload((payload) => checkContent(payload), {
      access: 'read',
    })
    for (const { subject, channel, findings } of withheld) {
      const where = channel === undefined ? '' : ` in ${channel}`
      const lines = findings.map(
        ({ rule, place, message, remedy }) => `  ${place}: ${message} ${remedy} [${rule}]`,
      )
      say([`${subject} fails${where}:`, ...lines].join('\n'), { subject, channel, findings })
    }
    const verdict = `${String(live)} live texts, ${String(withheld.length)} that fail the gate today.`
    say(verdict, { live, failing: withheld.length })
    return withheld.length === 0 ? 0 : 1
  },
})
