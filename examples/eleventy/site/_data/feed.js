import { readFileSync } from 'node:fs'
import { htmlOf, pullFeed } from 'citegate/consumer'

const source = process.env.FEED_URL ?? 'http://localhost:3000'
const channel = 'us-en'

const read = (path) => readFileSync(`feed/${path}`, 'utf8')
const isPage = ({ kind }) => kind === 'therapy' || kind === 'article'

/** Pulls the release, verified or not at all, and gives its pages to the templates as `feed`. */
export default async function () {
  const pulled = await pullFeed(source, 'feed', { channels: [channel] })
  if (pulled.unreachable) console.warn(`${pulled.unreachable} Building from what is here.`)
  const { items, tombstones, ...about } = JSON.parse(read(`${channel}/index.json`))
  return {
    ...about,
    release: pulled.release,
    refreshedAt: pulled.refreshedAt,
    pages: items.filter(isPage).map(pageOf),
    withdrawn: tombstones.filter(isPage),
  }
}

function pageOf({ paths }) {
  const { ok, html, message } = htmlOf(read(paths.markdown))
  if (!ok) throw new Error(`${paths.markdown}: ${message}`)
  const address = paths.json.slice(channel.length).replace('.json', '/')
  return { ...JSON.parse(read(paths.json)), address, html }
}
