import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        integrity: z.string().optional(),
        resolved: z.string().optional(),
        license: z.string().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))

/** Whether a package finds another the way Node does: beside itself, then further and further up. */
function isFoundFrom(path: string, name: string): boolean {
  if (`${path === '' ? '' : `${path}/`}node_modules/${name}` in packages) return true
  if (path === '') return false
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1))
  return isFoundFrom(parent, name)
}

describe('package-lock.json', () => {
  it('holds the packages of every platform, not only of the one it was made on', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isFoundFrom(path, name)),
    )
    expect(missing).toEqual([])
  })

  it('has a digest for every package and names no registry', () => {
    const others = Object.entries(packages).filter(
      ([path, { integrity, resolved }]) =>
        path !== '' && (integrity === undefined || resolved !== undefined),
    )
    expect(others).toEqual([])
  })

  it.each(['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc'])(
    'brings SQLite for %s',
    (platform) => {
      expect(packages).toHaveProperty([`node_modules/@libsql/${platform}`])
    },
  )

  it('brings no code under a licence that binds what ships', () => {
    const binding = Object.entries(packages).filter(([, { license = '' }]) =>
      /\b(AGPL|CPAL|GPL|SSPL)/.test(license),
    )
    expect(binding.map(([path, { license }]) => `${path}: ${license ?? ''}`)).toEqual([])
  })
})
