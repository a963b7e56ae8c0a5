// Plain JavaScript that any Node from 20.9 on runs: it is there before anything is installed.
import { build } from './bootstrap/build.mjs'
import { findChromium } from './bootstrap/findChromium.mjs'
import { install } from './bootstrap/install.mjs'
import { root } from './bootstrap/root.mjs'
import { runAttached } from './bootstrap/runAttached.mjs'
import { exitWith } from './bootstrap/worldFailed.mjs'

const help = `npm test [-- --only unit|int|e2e] [-- --json] [-- vitest arguments]

Installs what is missing and runs the tests: unit, int (a real database: DATABASE_URL, or a fresh
SQLite file) and e2e (a browser: CHROMIUM_PATH, or an installed Chromium). Without a Chromium it
says which tests it did not run; where CI is set, that is a failure.

  --only   run one of the three
  --json   print the results as JSON
  --help   print this`

await exitWith(async () => {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    console.log(help)
    return 0
  }
  const { wanted, rest } = parse(args)
  const node = await install()
  const chromium = wanted.includes('e2e') ? findChromium() : undefined
  const projects = wanted.filter((project) => project !== 'e2e' || chromium !== undefined)
  if (chromium !== undefined) await build(node)

  const code = projects.length === 0 ? 0 : await vitest(node, projects, rest, chromium)
  if (projects.length === wanted.length) return code
  console.error(
    'The browser tests in tests/e2e did not run: no Chromium was found. Install one ' +
      '(Debian: apt-get install chromium), or set CHROMIUM_PATH to the one you have.',
  )
  return code === 0 && process.env.CI ? 3 : code
})

function parse(args) {
  const at = args.indexOf('--only')
  const wanted = at === -1 ? ['unit', 'int', 'e2e'] : [args[at + 1]]
  const others = at === -1 ? args : args.filter((_, index) => index !== at && index !== at + 1)
  return { wanted, rest: others.map((arg) => (arg === '--json' ? '--reporter=json' : arg)) }
}

function vitest(node, projects, rest, chromium) {
  const only = projects.map((project) => `--project=${project}`)
  return runAttached(node, ['node_modules/vitest/vitest.mjs', 'run', ...only, ...rest], {
    cwd: root,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }),
    },
  })
}
