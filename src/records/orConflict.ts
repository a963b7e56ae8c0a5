import { refusal } from '../refusal.ts'

/**
 * Adds a record whose name is unique. Payload answers a name that is taken as a form with a wrong
 * field; a record has no form, so somebody else was faster.
 *
 * @throws a refusal (409), which our own endpoints answer by trying again
 */
export async function orConflict<T>(add: () => Promise<T>): Promise<T> {
  try {
    return await add()
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') {
      throw refusal(
        'conflict',
        'Somebody else wrote at the same moment; nothing was saved. Try again.',
      )
    }
    throw error
  }
}
