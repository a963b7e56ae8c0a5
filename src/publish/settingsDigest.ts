import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import canonicalize from 'canonicalize'
import type { BasePayload } from 'payload'
import { env } from '../env.ts'
import { sha256Hex } from '../store/index.ts'

/**
 * Names everything but the content that a release depends on: who publishes, the channels, the rules
 * of review, and the program itself. Where it differs from that of the last release, everything is
 * judged and rendered anew.
 */
export async function settingsDigest(payload: BasePayload): Promise<string> {
  const { docs: channels } = await payload.db.find<Record<string, unknown>>({
    collection: 'channels',
    sort: 'key',
    limit: 0,
    pagination: false,
  })
  const { reviewPolicy } = payload.config.custom as { reviewPolicy?: unknown }
  const settings = {
    publisher: env.publisher,
    reviewPolicy: reviewPolicy ?? null,
    channels: channels.map(({ createdAt: _made, updatedAt: _changed, ...channel }) => channel),
    program: await programDigest(),
  }
  return sha256Hex(Buffer.from(canonicalize(JSON.parse(JSON.stringify(settings))) ?? ''))
}

let ofProgram: Promise<string> | undefined

/** Of the code that decides and renders, and of the libraries it uses; the same while it runs. */
async function programDigest(): Promise<string> {
  ofProgram ??= digestOfFiles(['src/domain', 'src/feeds', 'src/projection'], ['package-lock.json'])
  return ofProgram
}

async function digestOfFiles(
  folders: readonly string[],
  files: readonly string[],
): Promise<string> {
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(path.resolve(folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    ),
  )
  const all = [...found.flat(), ...files.map((file) => path.resolve(file))].sort()
  const digests = await Promise.all(all.map(async (file) => sha256Hex(await readFile(file))))
  return sha256Hex(Buffer.from(digests.join('\n')))
}
