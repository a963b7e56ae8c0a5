import { databaseFile } from './databaseFile.ts'
import { withoutPassword } from './withoutPassword.ts'

/** A database as a message names it: its file, or its address without the password. */
export function databaseName(url: string): string {
  return url.startsWith('file:') ? databaseFile(url) : withoutPassword(url)
}
