// Plain JavaScript that any Node from 20.9 on runs: it is there before anything is installed.
import { build } from './bootstrap/build.mjs'
import { install } from './bootstrap/install.mjs'
import { root } from './bootstrap/root.mjs'
import { runAttached } from './bootstrap/runAttached.mjs'
import { thrift } from './bootstrap/thrift.mjs'
import { exitWith } from './bootstrap/worldFailed.mjs'

const help = `npm start [-- --json]

Installs and builds what is missing, migrates the database, loads the demo content into an empty
one, commits the first release and serves: the admin UI at /admin, the feeds at /feeds/v1/.
Settings come from the environment or from .env, see .env.example.

  --json   print what is being served as JSON lines
  --help   print this`

await exitWith(async () => {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    console.log(help)
    return 0
  }
  const node = await install()
  await build(node)
  return runAttached(
    node,
    [
      ...thrift.args,
      ...['--import', './scripts/bootstrap/settings.mjs', 'scripts/serve.ts', ...args],
    ],
    {
      cwd: root,
      env: {
        ...thrift.env,
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
    },
  )
})
