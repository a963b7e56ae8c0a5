import { withoutSecrets } from './withoutSecrets.ts'

type Write = (this: unknown, ...args: unknown[]) => void

/** Options of the program's log: whatever is written loses its secrets first. */
export interface LoggerOptions {
  readonly level: string
  readonly hooks: {
    readonly logMethod: (this: unknown, args: unknown[], write: Write) => void
  }
}

/** @param level - from which level on lines are written */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    hooks: {
      logMethod(args, write) {
        const [first, ...rest] = args.map(withoutSecrets)
        // An error as such would bring its message as the line's, and is told by then.
        const line = args[0] instanceof Error ? { err: first } : first
        write.apply(this, [line, ...rest])
      },
    },
  }
}
