import { runCommand } from './command.ts'

await runCommand({
  name: 'prepare',
  about:
    'Does all that comes before serving: data folder, migrations, the first content, the first release. "npm start" runs it when something is missing.',
  flags: {},
  run: async ({ say, progress }) => {
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { prepare } = await import('../src/start/index.ts')
    await prepare({
      say: (line) => {
        say(line, { message: line })
      },
      progress,
    })
    return 0
  },
})
