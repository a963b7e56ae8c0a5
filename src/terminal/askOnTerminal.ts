import { createInterface } from 'node:readline/promises'
import type { ReadStream } from 'node:tty'

/** Somebody to ask: keys come in, questions go out. */
export interface Terminal {
  readonly input: Pick<ReadStream, 'isRaw' | 'setRawMode'> & NodeJS.ReadStream
  readonly output: NodeJS.WritableStream
}

/** The person who called the program; undefined when another program did. */
export function terminalOfCaller(): Terminal | undefined {
  return process.stdin.isTTY && process.stderr.isTTY
    ? { input: process.stdin, output: process.stderr }
    : undefined
}

/** Asks a question; the answer is a line. */
export async function ask(terminal: Terminal, question: string): Promise<string> {
  const lines = createInterface({ ...terminal, terminal: true })
  try {
    return (await lines.question(question)).trim()
  } finally {
    lines.close()
  }
}

/** What Ctrl-C and Ctrl-D do where they are typed into a hidden answer. */
export class Interrupted extends Error {
  override name = 'Interrupted'
  readonly code = 'interrupted'
}

const keys = {
  enter: ['\r', '\n'],
  stop: ['\u0003', '\u0004'],
  erase: ['\u007F', '\b'],
} as const

/**
 * Asks for what nobody may read over the shoulder: nothing is shown while it is typed.
 *
 * @throws Interrupted at Ctrl-C
 */
export async function askSecret({ input, output }: Terminal, question: string): Promise<string> {
  // Silent before the question is there: who types at once is not to be read either.
  input.setRawMode(true)
  output.write(question)
  input.resume()
  input.setEncoding('utf8')
  try {
    return await new Promise<string>((resolve, reject) => {
      let secret: readonly string[] = []
      const take = (typed: string): void => {
        for (const key of typed) {
          if (isOneOf(keys.enter, key)) {
            end(() => {
              resolve(secret.join(''))
            })
            return
          }
          if (isOneOf(keys.stop, key)) {
            end(() => {
              reject(new Interrupted('Stopped; nothing was done.'))
            })
            return
          }
          secret = isOneOf(keys.erase, key) ? secret.slice(0, -1) : [...secret, key]
        }
      }
      const end = (settle: () => void): void => {
        input.off('data', take)
        settle()
      }
      input.on('data', take)
    })
  } finally {
    input.setRawMode(false)
    input.pause()
    output.write('\n')
  }
}

function isOneOf(known: readonly string[], key: string): boolean {
  return known.includes(key)
}
