import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The absolute path that a `file:` URL of DATABASE_URL names; relative ones start where we run. */
export function databaseFile(url: string): string {
  return path.resolve(url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length))
}
