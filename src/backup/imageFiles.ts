import { createHash } from 'node:crypto'
import { constants, createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { BackupRefused } from './backupRefused.ts'
import type { Lines, Manifest } from './manifest.ts'
import { readLines, writeLines } from './lineFile.ts'

/** The folder of the images within a backup, and the list of them beside it. */
export const imageFolder = 'media'
const listFile = 'media.files.jsonl'

const listed = z.object({
  // A name and nothing else: it is put behind the folder that images go to.
  file: z.string().refine((name) => name === path.basename(name) && !/^\.{0,2}$/.test(name)),
  bytes: z.number(),
  sha256: z.string(),
})

/**
 * Copies images into a backup. An image that is not there any more is named and left out: the rest
 * is worth keeping.
 */
export async function keepImages(
  names: readonly string[],
  from: string,
  backup: string,
  progress: (text: string) => void,
): Promise<NonNullable<Manifest['media']>> {
  const folder = path.join(backup, imageFolder)
  await mkdir(folder, { mode: 0o700 })
  const list = await writeLines(path.join(backup, listFile))
  const missing: string[] = []
  let done = 0
  try {
    for (const file of names) {
      const source = path.join(from, file)
      if (!existsSync(source)) {
        missing.push(file)
        continue
      }
      await copyNew(source, path.join(folder, file))
      await list.add({ file, ...(await digestOf(path.join(folder, file))) })
      done += 1
      if (done % 100 === 0) progress(`${String(done)} images`)
    }
    return { ...(await list.finish()), missing }
  } finally {
    await list.close()
  }
}

/** @throws BackupRefused when an image is not the one that was kept */
export async function checkImages(backup: string, expected: Lines): Promise<void> {
  for await (const { file, sha256 } of imagesIn(backup, expected)) {
    const copy = path.join(backup, imageFolder, file)
    const found = existsSync(copy) ? (await digestOf(copy)).sha256 : undefined
    if (found === sha256) continue
    throw new BackupRefused(
      `The backup is damaged: the image ${file} is ${found === undefined ? 'missing' : 'another one'}. Take another backup; nothing of this one was restored.`,
    )
  }
}

/**
 * Brings the images of a checked backup back.
 *
 * @returns what takes them away again, for a restore that fails
 * @throws BackupRefused when another image has the name of one of them
 */
export async function bringImages(
  backup: string,
  expected: Lines,
  to: string,
): Promise<() => Promise<void>> {
  const brought: string[] = []
  const takeAway = async () => {
    for (const file of brought) await rm(file, { force: true })
  }
  try {
    await mkdir(to, { recursive: true, mode: 0o700 })
    for await (const { file, sha256 } of imagesIn(backup, expected)) {
      const place = path.join(to, file)
      if (existsSync(place)) {
        if ((await digestOf(place)).sha256 === sha256) continue
        throw new BackupRefused(
          `${place} exists and is another image than the backup has under this name. Move it away, or restore into another DATA_DIR.`,
        )
      }
      brought.push(place)
      await copyNew(path.join(backup, imageFolder, file), place)
    }
  } catch (error) {
    await takeAway()
    throw error
  }
  return takeAway
}

async function* imagesIn(backup: string, expected: Lines): AsyncGenerator<z.infer<typeof listed>> {
  for await (const line of readLines(path.join(backup, listFile), expected)) {
    const read = listed.safeParse(line)
    if (!read.success) throw new BackupRefused(`The backup is damaged: ${listFile} names no file.`)
    yield read.data
  }
}

/** Copies without ever writing over a file; on the disk when it is done. */
async function copyNew(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  const handle = await open(to, 'r+')
  await handle.chmod(0o600)
  await handle.sync()
  await handle.close()
}

async function digestOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(file), async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) {
      bytes += chunk.length
      digest.update(chunk)
    }
  })
  return { bytes, sha256: digest.digest('hex') }
}
