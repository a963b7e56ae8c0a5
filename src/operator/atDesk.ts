import { existsSync } from 'node:fs'
import { databaseFile, isOwned } from '../database/file/index.ts'
import { env } from '../env.ts'
import { atServer } from './atServer.ts'
import type { Credentials, Desk } from './desk.ts'
import { DeskUnreachable } from './desk.ts'

/** Where to act: found out before the password is asked for. */
export type Place = { readonly server: string } | 'database'

/**
 * Finds the server of this installation, or else its database.
 *
 * @param url - address of the server, when the person names one
 * @throws DeskUnreachable when there is neither
 */
export async function findPlace(url: string | undefined): Promise<Place> {
  if (url !== undefined) {
    const server = url.replace(/\/+$/, '')
    if (await isServer(server)) return { server }
    throw new DeskUnreachable(`No Citegate answers at ${server}. Start it, or correct --url.`)
  }
  const isFile = env.databaseUrl.startsWith('file:')
  const file = isFile ? databaseFile(env.databaseUrl) : undefined
  const isThere = file === undefined || existsSync(file)
  // Nobody owns the file, so no server runs on it, whatever else may listen on its port.
  if (file !== undefined && isThere && !isOwned(file)) return 'database'
  const candidates = [...new Set([localUrl(), env.publicUrl])]
  for (const server of candidates) if (await isServer(server)) return { server }
  if (file === undefined) return 'database'
  const tried = candidates.join(' and ')
  throw new DeskUnreachable(
    isThere
      ? `The database ${file} is in use by another Citegate process, and none answers at ${tried}. Wait until it has started, or name its address with --url.`
      : `No Citegate answers at ${tried}, and there is no database at ${file}. Name the server with --url, or set DATA_DIR or DATABASE_URL.`,
  )
}

/** Does a piece of work as somebody, at the place that was found. Throws like either desk. */
export async function atDesk<T>(
  place: Place,
  credentials: Credentials,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  if (place !== 'database') return atServer(place.server, credentials, work)
  // Loaded here: it takes the whole CMS.
  const { atDatabase } = await import('./atDatabase.ts')
  return atDatabase(credentials, work)
}

function localUrl(): string {
  const everywhere: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' }
  const host = everywhere[env.host] ?? env.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(env.port)}`
}

async function isServer(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, {
      redirect: 'error',
      signal: AbortSignal.timeout(3000),
    })
    const answer: unknown = await response.json()
    return response.ok && (answer as { status?: unknown } | null)?.status === 'ok'
  } catch {
    return false
  }
}
