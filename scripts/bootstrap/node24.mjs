import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.mjs'

const pinned = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/**
 * The Node that runs Citegate: the one pinned in package.json, or the present one where that does
 * not run (Alpine, install scripts turned off) and the present one is new enough.
 * @returns {string | undefined} its path, undefined when there is none
 */
export function node24() {
  return [pinned, process.execPath].find((path) => major(path) >= 24)
}

function major(path) {
  try {
    const version = execFileSync(path, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return Number(version.replace('v', '').split('.')[0])
  } catch {
    return 0
  }
}
