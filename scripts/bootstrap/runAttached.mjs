import { spawn } from 'node:child_process'

const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }

/**
 * Runs a program in our place: same terminal, signals passed on. A terminal sends Ctrl-C to the
 * whole group, so that one is passed on only where there is no terminal.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} its exit code, 128 + n when signal n ended it
 */
export function runAttached(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: 'inherit' })
    for (const signal of Object.keys(signals)) {
      process.on(signal, () => {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      })
    }
    const watching = onceNpmIsGone(() => child.kill('SIGTERM'))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watching)
      resolve(code ?? 128 + (signals[signal] ?? 9))
    })
  })
}

/** npm hands a signal to the shell it started, and that shell to nobody: it ends and we stay. */
function onceNpmIsGone(act) {
  if (process.env.npm_lifecycle_event === undefined) return undefined
  const parent = process.ppid
  return setInterval(() => {
    if (process.ppid !== parent) act()
  }, 500)
}
