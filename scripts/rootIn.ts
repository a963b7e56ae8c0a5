import { readFile } from 'node:fs/promises'
import { CalledWrongly } from './command.ts'

/**
 * The root of trust in the file that `--root` names.
 *
 * @throws CalledWrongly when it cannot be read
 */
export async function rootIn(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CalledWrongly(`--root cannot be read: ${reason}.`)
  }
}
