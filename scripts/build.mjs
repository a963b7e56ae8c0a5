// Plain JavaScript that any Node from 20.9 on runs: it is there before anything is installed.
import { build } from './bootstrap/build.mjs'
import { install } from './bootstrap/install.mjs'
import { exitWith } from './bootstrap/worldFailed.mjs'

const help = `npm run build

Installs what is missing and builds the admin UI and API, unless the present build is up to date.`

await exitWith(async () => {
  if (process.argv.includes('--help')) console.log(help)
  else await build(await install())
  return 0
})
