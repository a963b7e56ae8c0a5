/** Content of a page's policy: where its parts may come from. */
export interface PagePolicy {
  /** Marks the scripts of this one answer. */
  readonly nonce: string
  /** The development server evaluates code and speaks over a web socket. */
  readonly isDevelopment: boolean
}

/**
 * The policy of the admin UI (Content Security Policy Level 3). What stands in a page runs only when
 * this answer marked it, and what it loads comes from here: markup that slipped into a page runs
 * nothing, and no other host learns that anybody works. Uploads are images and go out as such, so
 * none of them runs as a script of this host.
 */
export function contentSecurityPolicy({ nonce, isDevelopment }: PagePolicy): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'script-src': ["'self'", `'nonce-${nonce}'`, ...(isDevelopment ? ["'unsafe-eval'"] : [])],
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
