import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { frontMatter } from '../../../../src/feeds/items/index.ts'

/** Words that some reader of YAML takes for a number, a date or a truth. */
const words = [
  ...['no', 'yes', 'on', 'Off', 'y', 'null', '~', 'true', '12:30', '12:30:45', '2026-01-01', '1e3'],
  ...['0x10', '0o10', '07', '1_000', '3', '3.0', '.inf', 'NaN', '@lead', '- a', 'a: b', 'a #b', ''],
  ...['10⁹/L', 'a\nb', '2026-01-01T00:00:00Z', '<b> & "c"', "it's", '{{ a }}', 'p < 0.05 %'],
]

function hasHugo(): boolean {
  try {
    return execFileSync('hugo', ['version'], { encoding: 'utf8' }).startsWith('hugo ')
  } catch {
    return false
  }
}

it('is read by Hugo as it was written', ({ skip }) => {
  skip(!hasHugo(), 'Hugo is not installed here (Debian: apt-get install hugo).')
  const site = mkdtempSync(join(tmpdir(), 'citegate-hugo-'))
  try {
    mkdirSync(join(site, 'content'))
    mkdirSync(join(site, 'layouts', '_default'), { recursive: true })
    writeFileSync(join(site, 'config.json'), JSON.stringify({ baseURL: 'https://site.example/' }))
    writeFileSync(
      join(site, 'layouts', '_default', 'single.html'),
      '{{ dict "words" .Params.words "title" .Title "version" .Params.version | jsonify | safeHTML }}',
    )
    const written = { title: 'no', words, version: 3 }
    writeFileSync(join(site, 'content', 'a.md'), `${frontMatter(written)}Text.\n`)
    execFileSync('hugo', ['--source', site, '--quiet'])
    const page = readFileSync(join(site, 'public', 'a', 'index.html'), 'utf8')
    expect(JSON.parse(page)).toEqual(written)
  } finally {
    rmSync(site, { recursive: true, force: true })
  }
})
