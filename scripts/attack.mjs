// Plain JavaScript that any Node from 20.9 on runs: it is there before anything is installed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install } from './bootstrap/install.mjs'
import { root } from './bootstrap/root.mjs'
import { runQuietly } from './bootstrap/runQuietly.mjs'
import { withFlags } from './bootstrap/withFlags.mjs'
import { exitWith } from './bootstrap/worldFailed.mjs'

const help = `npm run attack -- [--runs N] [--kills N] [--flags]

Attacks the program as the integration tests do, for longer. Random sequences of requests by random
people are held against a small model, on fresh databases of 50 sequences each; a program at work is
killed (SIGKILL) again and again, and has to find everything whole when it starts anew.

  --runs N          so many sequences of 20 requests (default 1000 where no kills are asked for)
  --kills N         so many kills
  --seed N          begin with this seed instead of a random one
  --path PATH       run one sequence again, as a failure printed it with its seed, and shrink it
  --database URL    mongodb://…; default: DATABASE_URL, or a fresh SQLite file
  --json            print results as JSON, one per line
  --help            print this

Exit codes: 0 done, 1 something was wrong, 2 called wrongly, 3 the world failed.`

const sequencesInBatch = 50
const partsInBatch = 2

const options = {
  ...Object.fromEntries(
    ['runs', 'kills', 'seed', 'path', 'database'].map((name) => [name, { type: 'string' }]),
  ),
  json: { type: 'boolean', default: false },
}

await exitWith(() =>
  withFlags(
    { name: 'attack', help, options, numbers: ['runs', 'kills', 'seed'] },
    async (values) => {
      if (values.path !== undefined && values.seed === undefined) {
        console.error('--path needs its --seed. See npm run attack -- --help.')
        return 2
      }
      const asked = inNumbers(values)
      const node = await install()
      const folder = mkdtempSync(join(tmpdir(), 'citegate-attack-'))
      try {
        const attack = { ...asked, node, report: join(folder, 'report.jsonl') }
        if (asked.path !== undefined) return await replay(attack)
        const code = await runSequences(attack)
        return code === 0 ? await runKills(attack) : code
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  ),
)

function inNumbers(values) {
  const kills = Number(values.kills ?? 0)
  return {
    ...values,
    kills,
    runs: Number(values.runs ?? (kills > 0 ? 0 : 1000)),
    seed: Number(values.seed ?? Math.floor(Math.random() * 1e9)),
  }
}

/** One sequence again, with all that it prints. */
async function replay(attack) {
  const { code, output } = await vitest(attack, 'Replaying', 'tests/int/stateful/part1', {
    ATTACK_SEED: attack.seed,
    ATTACK_PATH: attack.path,
  })
  console.log(output.trimEnd())
  return code === 0 ? 0 : 1
}

async function runSequences(attack) {
  const { runs, seed } = attack
  for (let done = 0, batch = 0; done < runs; batch += 1) {
    const size = Math.min(sequencesInBatch, runs - done)
    const batchSeed = seed + batch * partsInBatch
    const label = `Sequences ${done + 1} to ${done + size} of ${runs}, seed ${batchSeed}`
    const { code, output } = await vitest(attack, label, 'tests/int/stateful', {
      ATTACK_RUNS: Math.ceil(size / partsInBatch),
      ATTACK_SEED: batchSeed,
    })
    if (code !== 0) return failed(output)
    done += size
  }
  if (runs > 0) say(attack, sumOf(attack.report))
  return 0
}

async function runKills(attack) {
  const { kills, seed } = attack
  if (kills === 0) return 0
  const label = `${kills} kills, seed ${seed}`
  const settings = { ATTACK_KILLS: kills, ATTACK_SEED: seed }
  const { code, output } = await vitest(attack, label, 'tests/int/kill', settings)
  if (code !== 0) return failed(output)
  say(attack, linesOf(attack.report).at(-1))
  return 0
}

function failed(output) {
  console.error(output.trimEnd())
  return 1
}

function vitest({ node, database, report }, label, files, settings) {
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project=int', files]
  return runQuietly(label, node, args, {
    cwd: root,
    env: {
      ...process.env,
      ...(database === undefined ? {} : { DATABASE_URL: database }),
      ATTACK_REPORT: report,
      ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, `${value}`])),
    },
  })
}

function linesOf(file) {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** The parts of all batches together. */
function sumOf(file) {
  const sum = {}
  for (const figures of linesOf(file)) add(sum, figures)
  return sum
}

function add(sum, figures) {
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value === 'object') add((sum[name] ??= {}), value)
    else sum[name] = (sum[name] ?? 0) + value
  }
}

function say({ json }, figures) {
  console.log(json ? JSON.stringify(figures) : inWords(figures))
}

function inWords(figures, indent = '') {
  return Object.entries(figures)
    .map(([name, value]) =>
      typeof value === 'object'
        ? `${indent}${name}\n${inWords(value, `${indent}  `)}`
        : `${indent}${name}: ${value}`,
    )
    .join('\n')
}
