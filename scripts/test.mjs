// Plain JavaScript that any Node from 20.9 on runs: it is there before anything is installed.
import { build } from './bootstrap/build.mjs'
import { findChromium } from './bootstrap/findChromium.mjs'
import { install } from './bootstrap/install.mjs'
import { root } from './bootstrap/root.mjs'
import { runAttached } from './bootstrap/runAttached.mjs'
import { exitWith } from './bootstrap/worldFailed.mjs'

const help = `npm test [-- --only unit|int|e2e|s3|examples] [-- --json] [-- vitest arguments]

Installs what is missing and runs the tests: unit, int (a real database: DATABASE_URL, or a fresh
SQLite file) and e2e (a browser: CHROMIUM_PATH, or an installed Chromium). Without a Chromium it
says which tests it did not run; where CI is set, that is a failure.

  --only   run one of these; two run only when they are named: s3, the store on a real S3 server,
           and examples, which installs Eleventy and Astro and builds the sites in examples/
  --json   print the results as JSON
  --help   print this`

const all = ['unit', 'int', 'e2e']
const known = [...all, 's3', 'examples']

await exitWith(async () => {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    console.log(help)
    return 0
  }
  const { wanted, rest } = parse(args)
  if (!wanted.every((project) => known.includes(project))) {
    console.error('--only takes unit, int, e2e, s3 or examples. See npm test -- --help.')
    return 2
  }
  const chromium = wanted.includes('e2e') ? findChromium() : undefined
  const projects = wanted.filter((project) => project !== 'e2e' || chromium !== undefined)
  const code = projects.length === 0 ? 0 : await runTests(projects, rest, chromium)
  if (wanted === all) {
    console.error(
      'The sites in examples/ were not built: npm run test:examples builds and judges them.',
    )
  }
  if (projects.length === wanted.length) return code
  console.error(noChromium())
  return code === 0 && process.env.CI ? 3 : code
})

function parse(args) {
  const at = args.indexOf('--only')
  const wanted = at === -1 ? all : [args[at + 1]]
  const others = at === -1 ? args : args.filter((_, index) => index !== at && index !== at + 1)
  return { wanted, rest: others.map((arg) => (arg === '--json' ? '--reporter=json' : arg)) }
}

function noChromium() {
  const { CHROMIUM_PATH: given } = process.env
  return given
    ? `The browser tests in tests/e2e did not run: CHROMIUM_PATH is ${given}, and no program is there. Set it to a Chromium, or unset it to use an installed one.`
    : 'The browser tests in tests/e2e did not run: no Chromium was found. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH to the one you have.'
}

async function runTests(projects, rest, chromium) {
  const node = await install()
  if (chromium !== undefined) await build(node)
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
