import { readFile } from 'node:fs/promises'
import type { Loader } from 'astro/loaders'
import { htmlOf, pullFeed } from 'citegate/consumer'
import type { ChannelIndexFile, IndexItem } from 'citegate/consumer'

/** Pulls a feed, verified or not at all, and fills a collection with its therapies and articles. */
export function citegate(source: string, folder: string, channel: string): Loader {
  const read = (path: string) => readFile(`${folder}/${path}`, 'utf8')
  return {
    name: 'citegate',
    load: async ({ store, logger }) => {
      const pulled = await pullFeed(source, folder, { channels: [channel] })
      logger.info(`Release ${pulled.release}, as of ${pulled.refreshedAt}`)
      if (pulled.unreachable) logger.warn(`${pulled.unreachable} Building from what is here.`)

      const { items } = JSON.parse(await read(`${channel}/index.json`)) as ChannelIndexFile
      const pages = items.filter(({ kind }) => kind === 'therapy' || kind === 'article')
      const ids = new Set(pages.map(idOf))
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id)
      for (const page of pages) {
        const { html } = rendered(page, await read(page.paths.markdown))
        const data = JSON.parse(await read(page.paths.json)) as Record<string, unknown>
        store.set({ id: idOf(page), digest: page.digests.json, data, rendered: { html } })
      }
    },
  }
}

/** `therapies/KEY`: the path of the item below its channel. */
function idOf({ paths }: IndexItem): string {
  return paths.json.slice(paths.json.indexOf('/') + 1, -'.json'.length)
}

function rendered({ paths }: IndexItem, markdown: string): { html: string } {
  const item = htmlOf(markdown)
  if (item.ok) return item
  throw new Error(`${paths.markdown}: ${item.message}`)
}
