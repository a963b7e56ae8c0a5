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
    // What SQLite says of a lock file: SQLITE_READONLY, SQLITE_CANTOPEN.
    'sqlite 8': ['store-refused', 'it may not be written to', refused],
    'sqlite 14': ['store-refused', 'it may not be written to', refused],
  }

/** Turns the failures a person can do something about into StoreErrors that say what. */
export async function withCause<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const cause = causes[codeOf(error)]
    if (cause === undefined) throw error
    const [storeCode, why, what] = cause
    throw new StoreError(
      storeCode,
      `Nothing could be written to the store in ${folder}: ${why}. ${what}`,
      { cause: error },
    )
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) return ''
  // The lower byte is the code, what is above tells more of it.
  if ('errcode' in error) return `sqlite ${String(Number(error.errcode) & 0xff)}`
  return String(error.code)
}
