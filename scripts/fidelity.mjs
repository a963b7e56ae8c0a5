// Plain JavaScript that any Node from 20.9 on runs: it is there before anything is installed.
import { install } from './bootstrap/install.mjs'
import { root } from './bootstrap/root.mjs'
import { runAttached } from './bootstrap/runAttached.mjs'
import { withFlags } from './bootstrap/withFlags.mjs'
import { exitWith } from './bootstrap/worldFailed.mjs'

const help = `npm run fidelity -- [--runs N] [--seed N]

Writes rich text that was made to be misread as Markdown and as HTML, and holds what each reader of
the feed makes of it against what the editor shows, character by character. The tests do this for 500
texts.

  --runs N   so many texts (default 10000)
  --seed N   begin with this seed instead of a random one; a failure prints its seed
  --help     print this

Exit codes: 0 done, 1 a reader was told something else, 2 called wrongly, 3 the world failed.`

const file = 'tests/unit/feeds/html/fidelity.test.ts'

const options = {
  runs: { type: 'string', default: '10000' },
  seed: { type: 'string', default: `${Math.floor(Math.random() * 1e9)}` },
}

await exitWith(() =>
  withFlags(
    { name: 'fidelity', help, options, numbers: ['runs', 'seed'] },
    async ({ runs, seed }) => {
      console.log(`${runs} texts, seed ${seed}`)
      const node = await install()
      return runAttached(node, ['node_modules/vitest/vitest.mjs', 'run', '--project=unit', file], {
        cwd: root,
        env: { ...process.env, FIDELITY_RUNS: runs, FIDELITY_SEED: seed },
      })
    },
  ),
)
