/** What happened, why, and what to do about it: the command line prints it and exits 3. */
export class WorldFailed extends Error {
  /**
   * @param {string} message one sentence for each of: what happened, why, what to do
   * @param {string} [details] output of the program that failed
   */
  constructor(message, details = '') {
    super(message)
    this.name = 'WorldFailed'
    this.details = details
  }
}

/**
 * Runs a command line and turns its outcome into the exit code: the number it returns, or 3 when
 * the world failed it.
 * @param {() => Promise<number>} main
 */
export async function exitWith(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof WorldFailed)) throw error
    if (error.details !== '') console.error(error.details)
    console.error(error.message)
    process.exitCode = 3
  }
}
