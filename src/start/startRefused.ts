/** The program cannot start here. Programs print the message and exit 3. */
export class StartRefused extends Error {
  override name = 'StartRefused'
  readonly code = 'start-refused'
}
