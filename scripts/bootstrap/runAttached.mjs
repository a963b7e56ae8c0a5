import { spawn } from 'node:child_process'

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
    const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }
    for (const signal of Object.keys(signals)) {
      process.on(signal, () => {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
      })
    }
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? 128 + (signals[signal] ?? 9)))
  })
}
