import type { Wrong } from './attack.ts'
import { rightHistories, wrongHistories } from './wrongHistories.ts'
import { wrongBodies, wrongWords } from './wrongWords.ts'

/** Everything that must not get out, and beside it what may. */
export const wrongs = {
  ...rightHistories,
  ...wrongWords,
  ...wrongHistories,
  ...wrongBodies,
} satisfies Record<string, Wrong>

export type WrongName = keyof typeof wrongs
