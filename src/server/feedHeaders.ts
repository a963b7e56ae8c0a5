/** On every answer below `/feeds`, whatever it says. */
export const feedHeaders = {
  // Anybody may read a feed from a browser, its entity tags included.
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link',
  // The admin may share this origin: an uploaded SVG opened by itself must not run there.
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'X-Content-Type-Options': 'nosniff',
} as const

export const allowedMethods = 'GET, HEAD, OPTIONS'
