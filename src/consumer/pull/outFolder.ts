import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, readlink, rename, rm, rmdir, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { syncFolder } from '../../store/index.ts'

/** The place for the release cannot be used. The message says what to do. */
export class OutUnusable extends Error {
  override name = 'OutUnusable'
  readonly code = 'out-unusable'
}

/**
 * Where a reader keeps a release. `path` is a symbolic link to one of the folders in `work`, which
 * lies beside it; a release takes the place of another by one rename of the link.
 */
export interface OutFolder {
  readonly path: string
  readonly work: string
}

/** @throws OutUnusable when something else is there */
export async function openOut(dir: string): Promise<OutFolder> {
  const path = resolve(dir)
  const name = basename(path)
  if (name === '') throw new OutUnusable(`${path} cannot be replaced. Name a folder below it.`)
  const out = { path, work: join(dirname(path), `.${name}.releases`) }
  await refuseForeign(out)
  await mkdir(dirname(path), { recursive: true })
  await mkdir(out.work).catch(async (error: unknown) => {
    const isFolder = await lstat(out.work).then((stat) => stat.isDirectory())
    if (!isFolder)
      throw new OutUnusable(`${out.work} is in the way. Move it away.`, { cause: error })
  })
  return out
}

async function refuseForeign({ path, work }: OutFolder): Promise<void> {
  const stat = await lstatIfThere(path)
  if (stat === null) return
  if (stat.isSymbolicLink()) {
    if (isRelease(await readlink(path), work)) return
    throw new OutUnusable(`${path} is a link to something else. Name another folder, or remove it.`)
  }
  if (!stat.isDirectory()) {
    throw new OutUnusable(`${path} is not a folder. Name another, or remove it.`)
  }
  const parent = await lstatIfThere(dirname(path))
  if (parent?.dev !== stat.dev) {
    throw new OutUnusable(
      `${path} is a mount point, which no link can replace. Name a folder in it, such as ${join(path, 'feed')}.`,
    )
  }
  if ((await readdir(path)).length > 0) {
    throw new OutUnusable(
      `${path} holds files that were not pulled into it. Name a folder that is empty or does not exist.`,
    )
  }
}

/** The folder of the release that is in place, null when there is none. */
export async function releaseInPlace({ path, work }: OutFolder): Promise<string | null> {
  const stat = await lstatIfThere(path)
  if (stat?.isSymbolicLink() !== true) return null
  const target = await readlink(path)
  return isRelease(target, work) ? join(dirname(path), target) : null
}

/** A new folder for a release; whatever dies before it is in place leaves a name that says so. */
export async function stagingFolder({ work }: OutFolder): Promise<string> {
  const folder = join(work, `${unfinished}${randomUUID()}`)
  await mkdir(folder)
  return folder
}

/** Puts a whole folder in the place of the release that is there, in one step. */
export async function putInPlace(out: OutFolder, staged: string, release: number): Promise<void> {
  const before = await releaseInPlace(out)
  const id = randomUUID().slice(0, 8)
  const folder = join(out.work, `${String(release)}-${id}`)
  await rename(staged, folder)
  const link = join(out.work, `${unfinished}link-${id}`)
  await symlink(join(basename(out.work), basename(folder)), link)
  await syncFolder(out.work)
  if ((await lstatIfThere(out.path))?.isDirectory()) await removeEmpty(out.path)
  await rename(link, out.path)
  await syncFolder(dirname(out.path))
  // Whoever is reading the release that was replaced can read it to its end.
  await removeOthers(out, [folder, ...(before === null ? [] : [before])])
}

/** Removes what a reader that was killed has left unfinished. */
export async function removeUnfinished({ work }: OutFolder): Promise<void> {
  for (const name of await readdir(work)) {
    if (name.startsWith(unfinished)) await rm(join(work, name), { recursive: true, force: true })
  }
}

const unfinished = 'unfinished-'

async function removeOthers({ work }: OutFolder, kept: readonly string[]): Promise<void> {
  for (const name of await readdir(work)) {
    const folder = join(work, name)
    if (!/^\d+-/.test(name) || kept.includes(folder)) continue
    await rm(folder, { recursive: true, force: true })
  }
}

async function removeEmpty(path: string): Promise<void> {
  try {
    await rmdir(path)
  } catch (cause) {
    throw new OutUnusable(
      `${path} cannot be replaced by a link: ${cause instanceof Error ? cause.message : String(cause)}. Name a folder that does not exist.`,
      { cause },
    )
  }
}

function isRelease(target: string, work: string): boolean {
  return dirname(target) === basename(work) && /^\d+-[0-9a-f]+$/.test(basename(target))
}

async function lstatIfThere(path: string) {
  try {
    return await lstat(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
