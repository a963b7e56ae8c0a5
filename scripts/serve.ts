import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { runCommand } from './command.ts'

await runCommand({
  name: 'start',
  about:
    'Serves the built program: the admin UI at /admin, the feeds at /feeds/v1/. Prepares what is missing first.',
  flags: {
    dev: { type: 'boolean', about: 'compile the admin UI as it is asked for, and follow changes' },
  },
  run: async ({ flags, say }) => {
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { isPrepared, serve } = await import('../src/start/index.ts')
    if (!(await isPrepared())) await prepareApart()
    const { close, summary } = await serve({
      isDevelopment: flags.dev,
      onProblem: (problem) => {
        console.error(problem)
      },
    })
    say(summary.text, summary.data)
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
    // Whoever holds a connection open does not hold up the stop.
    setTimeout(() => process.exit(0), 5000).unref()
    await close()
    setImmediate(() => process.exit(0))
    return 0
  },
})

/** In a process of its own: what it needed in memory is gone when serving starts. */
async function prepareApart(): Promise<void> {
  const child = spawn(process.execPath, ['scripts/prepare.ts'], { stdio: 'inherit' })
  const passOn = (signal: NodeJS.Signals) => child.kill(signal)
  process.once('SIGTERM', passOn).once('SIGINT', passOn)
  const [code] = (await once(child, 'exit')) as [number | null]
  process.off('SIGTERM', passOn).off('SIGINT', passOn)
  // It has said what is wrong.
  if (code !== 0) process.exit(code ?? 3)
}
