import { parseArgs } from 'node:util'

/** Done, or the content says no. */
export type ExitCode = 0 | 1

export interface Flag {
  readonly type: 'string' | 'boolean'
  readonly about: string
  /** How the help writes the value, e.g. `DIR`. */
  readonly value?: string
  readonly required?: true
  /** May be given several times. */
  readonly multiple?: true
}

export interface Positional {
  /** How the help writes it, e.g. `DIR|URL`. */
  readonly name: string
  readonly about: string
}

type Flags = Readonly<Record<string, Flag>>

type FlagValues<F extends Flags> = {
  readonly [K in keyof F]: F[K] extends { type: 'boolean' }
    ? boolean
    : F[K] extends { multiple: true }
      ? readonly string[]
      : F[K] extends { required: true }
        ? string
        : string | undefined
}

export interface CommandInput<F extends Flags> {
  readonly flags: FlagValues<F>
  readonly positionals: readonly string[]
  /** Prints a result: the text for people, the data as one line with `--json`. */
  readonly say: (text: string, data: Readonly<Record<string, unknown>>) => void
  /** Shows how far the work is, on a terminal, once it has taken a second. */
  readonly progress: (text: string) => void
}

export interface Command<F extends Flags> {
  /** As npm knows it, e.g. `feeds:verify`. */
  readonly name: string
  readonly about: string
  /** Each of them has to be given. */
  readonly positionals?: readonly Positional[]
  readonly flags: F
  readonly run: (input: CommandInput<F>) => Promise<ExitCode>
}

/** The command was called in a way it does not understand: exit 2. */
export class CalledWrongly extends Error {
  override name = 'CalledWrongly'
}

/** The world failed, and the message says all there is to say: exit 3. */
export class WorldFailed extends Error {
  override name = 'WorldFailed'
}

/**
 * Runs a command line: parses the arguments, answers `--help`, and sets the exit code: 0 done, 1 the
 * content says no, 2 called wrongly, 3 the world failed.
 */
export async function runCommand<F extends Flags>(
  command: Command<F>,
  given: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const wantsJson = given.includes('--json')
  const display = terminalDisplay(wantsJson)
  try {
    const { flags, positionals, wantsHelp } = parse(command, given)
    if (wantsHelp) {
      console.log(helpFor(command))
      return
    }
    process.exitCode = await command.run({ flags, positionals, ...display })
  } catch (error) {
    const isCall = error instanceof CalledWrongly
    display.fail(messageOf(error), isCall ? 'called-wrongly' : codeOf(error))
    if (isCall && !wantsJson) console.error(`See npm run ${command.name} -- --help.`)
    process.exitCode = isCall ? 2 : 3
  } finally {
    display.clear()
  }
}

/** A whole number in a range, as a flag gives it. */
export function wholeNumber(flag: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : NaN
  if (number >= least && number <= most) return number
  throw new CalledWrongly(
    `--${flag} is ${JSON.stringify(text)}; it has to be a whole number from ${least} to ${most}.`,
  )
}

interface Parsed<F extends Flags> {
  readonly flags: FlagValues<F>
  readonly positionals: readonly string[]
  readonly wantsHelp: boolean
}

function parse<F extends Flags>(command: Command<F>, given: readonly string[]): Parsed<F> {
  const { values, positionals } = parseStrictly(command.flags, given)
  if (values.help === true) return { flags: {} as FlagValues<F>, positionals, wantsHelp: true }
  const wanted = command.positionals ?? []
  const missing = [
    ...wanted.slice(positionals.length).map(({ name }) => name),
    ...Object.entries(command.flags)
      .filter(([name, flag]) => flag.required === true && values[name] === undefined)
      .map(([name, flag]) => `--${name} ${flag.value ?? 'VALUE'}`),
  ]
  if (missing.length > 0) throw new CalledWrongly(`Missing: ${missing.join(', ')}.`)
  const surplus = positionals.slice(wanted.length)
  if (surplus.length > 0) throw new CalledWrongly(`Not understood: ${surplus.join(' ')}.`)
  const flags = Object.fromEntries(
    Object.entries(command.flags).map(([name, { type, multiple }]) => [
      name,
      type === 'boolean' ? values[name] === true : (values[name] ?? (multiple ? [] : undefined)),
    ]),
  )
  return { flags: flags as FlagValues<F>, positionals, wantsHelp: false }
}

function parseStrictly(
  flags: Flags,
  given: readonly string[],
): {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
} {
  const everywhere = { help: { type: 'boolean' }, json: { type: 'boolean' } } as const
  const own = Object.fromEntries(
    Object.entries(flags).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
  )
  try {
    const options = { ...own, ...everywhere }
    return parseArgs({ args: [...given], options, allowPositionals: true })
  } catch (error) {
    throw new CalledWrongly(messageOf(error))
  }
}

function helpFor({ name, about, positionals = [], flags }: Omit<Command<Flags>, 'run'>): string {
  const rows = [
    ...positionals.map((positional) => [positional.name, positional.about] as const),
    ...Object.entries(flags).map(
      ([flag, { type, value = 'VALUE', about: meaning, required, multiple }]) =>
        [
          type === 'string' ? `--${flag} ${value}` : `--${flag}`,
          `${meaning}${required === true ? ' (required)' : ''}${multiple === true ? ' (repeatable)' : ''}`,
        ] as const,
    ),
    ['--json', 'print results as JSON, one per line'] as const,
    ['--help', 'print this'] as const,
  ]
  const width = Math.max(...rows.map(([term]) => term.length))
  const usage = ['npm run', name, '--', ...positionals.map((positional) => positional.name)]
  return [
    `${usage.join(' ')} [--flags]`,
    '',
    about,
    '',
    ...rows.map(([term, meaning]) => `  ${term.padEnd(width)}  ${meaning}`),
    '',
    'Exit codes: 0 done, 1 the content says no, 2 called wrongly, 3 the world failed.',
  ].join('\n')
}

interface Display {
  readonly say: CommandInput<Flags>['say']
  readonly progress: CommandInput<Flags>['progress']
  readonly fail: (message: string, code: string) => void
  readonly clear: () => void
}

const progressAfterMs = 1000
const startOfEmptyLine = '\r\u001B[K'

function terminalDisplay(wantsJson: boolean): Display {
  const began = performance.now()
  let isShowing = false
  const clear = (): void => {
    if (isShowing) process.stderr.write(startOfEmptyLine)
    isShowing = false
  }
  return {
    clear,
    say: (text, data) => {
      clear()
      console.log(wantsJson ? JSON.stringify(data) : text)
    },
    progress: (text) => {
      if (!process.stderr.isTTY || performance.now() - began < progressAfterMs) return
      process.stderr.write(startOfEmptyLine + text)
      isShowing = true
    },
    fail: (message, code) => {
      clear()
      if (wantsJson) console.log(JSON.stringify({ error: { code, message } }))
      else console.error(message)
    },
  }
}

/** What has a code was foreseen by somebody; the rest is a mistake in this program. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const wasForeseen =
    'code' in error || error instanceof WorldFailed || error instanceof CalledWrongly
  return wasForeseen ? error.message : (error.stack ?? error.message)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'world-failed'
}
