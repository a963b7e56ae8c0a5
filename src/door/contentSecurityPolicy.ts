/** Content of a page's policy: where its parts may come from. */
export interface PagePolicy {
  /** Marks the scripts of this one answer. */
  readonly nonce: string
  /** The development server evaluates code and speaks over a web socket. */
  readonly isDevelopment: boolean
}

/**
 * The policy of the admin UI (Content Security Policy Level 3). Scripts run only when this answer
 * marked them, or when one that it marked loaded them: markup that slipped into a page runs nothing.
 */
export function contentSecurityPolicy({ nonce, isDevelopment }: PagePolicy): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'script-src': [
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(isDevelopment ? ["'unsafe-eval'"] : []),
    ],
    // Payload's components and the text editor place things by style attributes.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...(isDevelopment ? ['ws:', 'wss:'] : [])],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')
}

/** The policy of everything that is no page: nothing in it runs or loads anything. */
export const nothingRuns = "default-src 'none'; frame-ancestors 'none'; sandbox"
