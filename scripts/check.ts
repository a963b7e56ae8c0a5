import { spawn } from 'node:child_process'
import path from 'node:path'
import { CalledWrongly, runCommand } from './command.ts'

interface Check {
  readonly name: string
  readonly about: string
  /** Programs with their arguments; all run on this Node. */
  readonly commands: readonly (readonly string[])[]
}

/** The slowest first, so that no core waits for it at the end. */
const checks: readonly Check[] = [
  {
    name: 'lint',
    about: 'ESLint with typed rules',
    commands: [['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']],
  },
  {
    name: 'types',
    about: 'the TypeScript compiler',
    commands: [['node_modules/typescript/bin/tsc']],
  },
  {
    name: 'generated',
    about: "Payload's types and import map and the types of the feed are up to date",
    commands: [['scripts/generate.ts', '--check']],
  },
  {
    name: 'migrations',
    about: 'the SQLite migrations are up to date',
    commands: [['scripts/migrations.ts', '--check']],
  },
  {
    name: 'schemas',
    about: "the feed's JSON Schemas only add to those last released",
    commands: [['scripts/schemas.ts', '--check']],
  },
  {
    name: 'format',
    about: 'Prettier',
    commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']],
  },
  {
    name: 'unused',
    about: 'knip: files, exports and packages that nobody uses',
    commands: [
      ['node_modules/knip/bin/knip.js', '--no-config-hints'],
      // What only tests use is used; files and packages that ship have to be used by what ships.
      ['node_modules/knip/bin/knip.js', '--production', '--include=files,dependencies,unlisted'],
    ],
  },
  {
    name: 'imports',
    about: 'dependency-cruiser: who may import whom',
    commands: [
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        ...['src', 'scripts', 'tests', 'payload.config.ts'],
      ],
    ],
  },
]

interface Outcome {
  readonly ok: boolean
  readonly output: string
}

await runCommand({
  name: 'check',
  about: `Runs the checks a machine can do:\n\n${checks
    .map(({ name, about }) => `  ${name}: ${about}`)
    .join('\n')}`,
  flags: { only: { type: 'string', value: 'NAME,…', about: 'run these; all if not given' } },
  run: async ({ flags, say }) => {
    const wanted = flags.only?.split(',') ?? checks.map(({ name }) => name)
    const unknown = wanted.filter((name) => !checks.some((check) => check.name === name))
    if (unknown.length > 0) throw new CalledWrongly(`No check is called ${unknown.join(', ')}.`)

    const waiting = checks.filter(({ name }) => wanted.includes(name))
    const verdicts: boolean[] = []
    const worker = async (): Promise<void> => {
      for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
        const began = performance.now()
        const { ok, output } = await runAll(check.commands)
        const seconds = Math.round((performance.now() - began) / 100) / 10
        const verdict = `${ok ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`
        const data = { check: check.name, ok, seconds }
        say(ok ? verdict : `${output.trim()}\n${verdict}`, ok ? data : { ...data, output })
        verdicts.push(ok)
      }
    }
    // Each of them keeps about one core busy.
    await Promise.all([worker(), worker()])
    return verdicts.every((ok) => ok) ? 0 : 1
  },
})

async function runAll(commands: Check['commands']): Promise<Outcome> {
  const outcomes: Outcome[] = []
  for (const command of commands) outcomes.push(await runOne(command))
  return {
    ok: outcomes.every(({ ok }) => ok),
    output: outcomes.map(({ output }) => output).join(''),
  }
}

function runOne(command: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: path.resolve(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk: string): void => void (output += chunk)
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.on('close', (code) => {
      resolve({ ok: code === 0, output })
    })
  })
}
