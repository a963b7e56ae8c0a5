import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runQuietly } from './runQuietly.mjs'
import { WorldFailed } from './worldFailed.mjs'

/** Everything the built admin UI and API are made of. */
const sources = ['src', 'payload.config.ts', 'next.config.ts', 'tsconfig.json', 'package-lock.json']
const stamp = join(root, '.next/citegate-sources')

/**
 * Builds the admin UI and its API, unless the build at hand was made from the present sources.
 * @param {string} node path of Node 24
 */
export async function build(node) {
  const digest = digestOf(sources)
  if (existsSync(join(root, '.next/BUILD_ID')) && readOr(stamp, '') === digest) return
  const { code, output } = await runQuietly(
    'Building the admin UI (after a change of sources, one or two minutes)',
    node,
    ['node_modules/next/dist/bin/next', 'build'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  if (code !== 0) {
    throw new WorldFailed(
      'The admin UI could not be built: "next build" failed, its last lines stand above. Mend what ' +
        'they name; where they name nothing, check that 2 GB of memory and 1 GB of disk are free.',
      output.trimEnd(),
    )
  }
  writeFileSync(stamp, digest)
}

function digestOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesUnder)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}

function readOr(path, otherwise) {
  return existsSync(path) ? readFileSync(path, 'utf8') : otherwise
}
