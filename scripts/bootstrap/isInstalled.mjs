import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * Says whether node_modules holds what package-lock.json asks for. npm notes what it installed in
 * node_modules/.package-lock.json, as its last act; packages for other platforms are missing there.
 */
export function isInstalled() {
  const installed = packages('node_modules/.package-lock.json')
  const wanted = packages('package-lock.json')
  if (installed === undefined || wanted === undefined) return false
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = installed[path]
    if (path === '') return true
    if (found === undefined) return optional === true
    return found.version === version && found.integrity === integrity
  })
}

function packages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return undefined
  }
}
