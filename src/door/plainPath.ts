import type { RequestHandler } from 'express'
import { refuse } from './refuse.ts'

/**
 * Refuses a path that spells ordinary characters as percent signs: it would be another path for the
 * limits than for the CMS (RFC 3986, 2.3: no program writes unreserved characters like that).
 */
export const plainPath: RequestHandler = (req, res, next) => {
  if (isPlain(req.path)) {
    next()
    return
  }
  refuse(
    res,
    'bad-path',
    'The path spells letters or slashes as percent signs. Write them as they are.',
  )
}

function isPlain(path: string): boolean {
  return [...path.matchAll(/%(..?|$)/g)].every(([, code = '']) => {
    if (!/^[0-9a-f]{2}$/i.test(code)) return false
    return !/[\w.~/\\-]/.test(String.fromCharCode(Number.parseInt(code, 16)))
  })
}
