import { StoreError, type StoreErrorCode } from '../storeError.ts'

const full = 'Make room there, then publish again: the release before is untouched.'
const refused = 'Let the user this runs as write there, then publish again.'

const causes: Readonly<Record<string, readonly [code: StoreErrorCode, why: string, what: string]>> =
  {
    ENOSPC: ['store-full', 'its disk is full', full],
    EDQUOT: ['store-full', 'its quota of disk space is used up', full],
    EACCES: ['store-refused', 'it may not be written to', refused],
    EPERM: ['store-refused', 'it may not be written to', refused],
    EROFS: ['store-refused', 'its file system is read-only', refused],
  }

/** Turns the failures a person can do something about into StoreErrors that say what. */
export async function withCause<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const cause = causes[code]
    if (cause === undefined) throw error
    const [storeCode, why, what] = cause
    throw new StoreError(
      storeCode,
      `Nothing could be written to the store in ${folder}: ${why}. ${what}`,
      { cause: error },
    )
  }
}
