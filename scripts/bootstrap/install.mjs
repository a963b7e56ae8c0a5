import { isInstalled } from './isInstalled.mjs'
import { node24 } from './node24.mjs'
import { root } from './root.mjs'
import { runQuietly } from './runQuietly.mjs'
import { WorldFailed } from './worldFailed.mjs'

/**
 * Installs what package-lock.json asks for, unless it is there already.
 * @returns {Promise<string>} path of the Node 24 that runs everything else
 */
export async function install() {
  if (!isInstalled()) await npmCi()
  const node = node24()
  if (node === undefined) {
    throw new WorldFailed(
      'Citegate runs on Node 24 and none was found. The npm package "node" brings one, but its ' +
        'install script did not run or its program does not run on this machine. Allow the script ' +
        'with "npm rebuild node --ignore-scripts=false", or install Node 24 or newer, and start again.',
    )
  }
  return node
}

async function npmCi() {
  const { program, before } = npm()
  const { code, output } = await runQuietly(
    'Installing packages (once, about a minute)',
    program,
    [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: root, shell: before.length === 0 && process.platform === 'win32' },
  )
  if (code === 0) return
  throw new WorldFailed(
    'The packages could not be installed: "npm ci" failed, its last lines stand above. Check that ' +
      'this machine reaches the npm registry and may write to this folder, then run the command again.',
    output.trimEnd(),
  )
}

/** The npm that runs us where there is one; otherwise the one on the PATH. */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  return script?.endsWith('npm-cli.js') && node !== undefined && !node.startsWith(root)
    ? { program: node, before: [script] }
    : { program: 'npm', before: [] }
}
