import { spawn } from 'node:child_process'

const keptOutput = 8_000

/**
 * Runs a program without its chatter: one line says what is being done and how long it took, the
 * end of its output is handed back for the case that it failed.
 * @param {string} doing what the line says, e.g. `Installing packages`
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program cannot be started
 */
export async function runQuietly(doing, program, args, options) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const { isTTY } = process.stderr
  const say = (text) => process.stderr.write(isTTY ? `\r${text}\u001B[K` : `${text}\n`)

  say(`${doing} …`)
  const ticking = isTTY ? setInterval(() => say(`${doing} … ${seconds()} s`), 1000) : undefined
  const result = await run(program, args, options)
  clearInterval(ticking)
  say(result.code === 0 ? `${doing}: done in ${seconds()} s` : `${doing}: failed`)
  if (isTTY) process.stderr.write('\n')
  return result
}

function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => (output = (output + chunk).slice(-keptOutput))
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
