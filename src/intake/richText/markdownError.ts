/** Markdown that cannot become rich text without loss. The message names the line and the way out. */
export class MarkdownError extends Error {
  /** Line of the Markdown, from 1; 0 when the node did not come from Markdown. */
  readonly line: number

  constructor(node: Positioned, message: string) {
    const line = node.position?.start.line ?? 0
    super(line === 0 ? message : `Line ${String(line)}: ${message}`)
    this.name = 'MarkdownError'
    this.line = line
  }
}

/** Any mdast node. */
interface Positioned {
  readonly type: string
  readonly position?: { readonly start: { readonly line: number } } | undefined
}
