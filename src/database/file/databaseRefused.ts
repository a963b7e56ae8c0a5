/** The database cannot be used as it is. Programs print the message and exit 3. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused'
  readonly code = 'database-refused'
}
