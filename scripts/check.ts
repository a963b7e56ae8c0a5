import { spawn } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'

const help = `npm run check [-- name …]

Runs the checks that a machine can do, all of them or those named:

  lint       ESLint with typed rules
  types      the TypeScript compiler
  generated  Payload's types and import map are up to date
  migrations the SQLite migrations are up to date
  format     Prettier
  unused     knip: files, exports and packages nobody uses
  imports    dependency-cruiser: who may import whom

  --json     print the outcome as JSON lines
  --help     print this`

interface Check {
  readonly name: string
  /** Program with its arguments; all run on this Node. */
  readonly commands: readonly (readonly string[])[]
}

/** The slowest first, so that no core waits for it at the end. */
const checks: readonly Check[] = [
  { name: 'lint', commands: [['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']] },
  { name: 'types', commands: [['node_modules/typescript/bin/tsc']] },
  { name: 'generated', commands: [['scripts/generate.ts', '--check']] },
  { name: 'migrations', commands: [['scripts/migrations.ts', '--check']] },
  { name: 'format', commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '.']] },
  {
    name: 'unused',
    commands: [
      ['node_modules/knip/bin/knip.js'],
      ['node_modules/knip/bin/knip.js', '--production'],
    ],
  },
  {
    name: 'imports',
    commands: [
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        ...['src', 'scripts', 'tests', 'payload.config.ts'],
      ],
    ],
  },
]

interface Outcome {
  readonly check: string
  readonly ok: boolean
  readonly seconds: number
  readonly output: string
}

async function run({ name, commands }: Check): Promise<Outcome> {
  const began = Date.now()
  let ok = true
  let output = ''
  for (const command of commands) {
    const result = await runCommand(command)
    ok &&= result.ok
    output += result.output
  }
  return { check: name, ok, seconds: Math.round((Date.now() - began) / 100) / 10, output }
}

function runCommand(command: readonly string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: path.resolve(import.meta.dirname, '..'),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk: string): void => void (output += chunk)
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** Runs the checks two at a time: each of them keeps about one core busy. */
async function runAll(
  wanted: readonly Check[],
  report: (outcome: Outcome) => void,
): Promise<boolean> {
  const waiting = [...wanted]
  let isClean = true
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const outcome = await run(check)
      isClean &&= outcome.ok
      report(outcome)
    }
  }
  await Promise.all([worker(), worker()])
  return isClean
}

function print({ check, ok, seconds, output }: Outcome): void {
  if (!ok) console.log(output.trimEnd())
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${check} (${seconds} s)`)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
})
const unknown = positionals.filter((name) => !checks.some((check) => check.name === name))
if (values.help === true) {
  console.log(help)
} else if (unknown.length > 0) {
  console.error(`There is no check called ${unknown.join(', ')}. See npm run check -- --help.`)
  process.exitCode = 2
} else {
  const wanted = checks.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const report =
    values.json === true ? (outcome: Outcome) => console.log(JSON.stringify(outcome)) : print
  if (!(await runAll(wanted, report))) process.exitCode = 1
}
