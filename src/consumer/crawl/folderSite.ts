import { readFile, readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type SiteLimits, type SiteReader, SiteUnreachable } from './siteReader.ts'

/**
 * A site as it was built: every HTML file of a folder is a page of it, linked or not.
 *
 * @throws SiteUnreachable when there is no such folder, or no HTML in it
 */
export async function folderSite(given: string, limits: SiteLimits): Promise<SiteReader> {
  const folder = await realpath(given).catch(() => {
    throw new SiteUnreachable(
      `There is no folder ${given}. Name the folder that the site was built into.`,
    )
  })
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const starts = entries
    .filter((entry) => entry.isFile() && /\.html?$/i.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  if (starts.length === 0) {
    throw new SiteUnreachable(
      `${given} holds no HTML. Name the folder that the site was built into.`,
    )
  }
  return {
    starts,
    follow: () => null,
    read: async (address) => {
      const file = join(folder, address)
      const { size } = await stat(file)
      if (size > limits.maxPageBytes) {
        const message = `It is longer than the ${String(limits.maxPageBytes)} bytes that a page may have.`
        return { state: 'broken', message }
      }
      return { state: 'page', address, html: await readFile(file, 'utf8') }
    },
  }
}
