/** A backup cannot be taken, read or restored. Programs print the message and exit 3. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
  readonly code = 'backup-refused'
}

/** The words of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
