/** An export cannot be written or read. Programs print the message and exit 3. */
export class ExportRefused extends Error {
  override name = 'ExportRefused'
  readonly code = 'export-refused'
}
