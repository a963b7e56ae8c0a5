import { readFile, stat } from 'node:fs/promises'

/** The bytes of a file, null when there is none. */
export async function readIfThere(file: string): Promise<Buffer | null> {
  return unlessMissing(readFile(file))
}

/** The length of a file in bytes, null when there is none. */
export async function sizeIfThere(file: string): Promise<number | null> {
  return (await unlessMissing(stat(file)))?.size ?? null
}

/** What was asked for, null when there is no such file or folder. */
export async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
