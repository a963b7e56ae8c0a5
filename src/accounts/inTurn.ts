const tails = new Map<string, Promise<unknown>>()

/**
 * Runs what concerns one account's password one after the other, in the order of asking: a hundred
 * guesses at once are a hundred in a row, of which the lockout lets ten be tried. In the memory of
 * this process.
 */
export async function inTurn<T>(account: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(account) ?? Promise.resolve()
  const mine = before.then(work, work)
  // Whoever comes next waits, and does not care how this went.
  const tail = mine.catch(() => undefined)
  tails.set(account, tail)
  try {
    return await mine
  } finally {
    if (tails.get(account) === tail) tails.delete(account)
  }
}
