import { parseArgs } from 'node:util'

/**
 * Runs a command with what was asked of it; prints its help, or what is wrong with what was asked.
 *
 * @param {object} command
 * @param {string} command.name
 * @param {string} command.help
 * @param {object} command.options as parseArgs takes them; `help` is one in any case
 * @param {string[]} command.numbers options that take a whole number
 * @param {(values: object) => Promise<number>} run gives the exit code
 */
export async function withFlags({ name, help, options, numbers }, run) {
  const asked = parse(options, numbers)
  if (typeof asked === 'string') {
    console.error(`${asked} See npm run ${name} -- --help.`)
    return 2
  }
  if (!asked.help) return run(asked)
  console.log(help)
  return 0
}

/** What is asked for, or what is wrong with it. */
function parse(options, numbers) {
  let values
  try {
    values = parseArgs({
      args: process.argv.slice(2),
      options: { ...options, help: { type: 'boolean', default: false } },
    }).values
  } catch (error) {
    return error.message
  }
  const wrong = numbers.find(
    (name) => values[name] !== undefined && !/^\d{1,9}$/.test(values[name]),
  )
  return wrong === undefined ? values : `--${wrong} takes a whole number.`
}
