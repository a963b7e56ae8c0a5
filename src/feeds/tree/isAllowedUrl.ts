const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:'])

/**
 * True for complete http, https and mailto addresses. White space and control characters are not
 * let through: browsers drop some of them, so that what is read is not what was checked.
 */
export function isAllowedUrl(url: string): boolean {
  return !/[\s\p{Cc}]/u.test(url) && URL.canParse(url) && allowed.has(new URL(url).protocol)
}
