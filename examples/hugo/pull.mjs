import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pullFeed } from 'citegate/consumer'
import { hugoContent } from './hugoContent.mjs'

const source = process.env.FEED_URL ?? 'http://localhost:3000'
const channel = 'us-en'

const pulled = await pullFeed(source, 'feed', { channels: [channel] })
console.log(`Release ${pulled.release}, as of ${pulled.refreshedAt}`)
if (pulled.unreachable) console.warn(`${pulled.unreachable} Building from what is here.`)

rmSync('pages', { recursive: true, force: true })
const { items } = JSON.parse(readFileSync(`feed/${channel}/index.json`, 'utf8'))
for (const { kind, paths } of items) {
  if (kind !== 'therapy' && kind !== 'article') continue
  const file = paths.markdown.replace(channel, 'pages').replace('.md', '.html')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, hugoContent(readFileSync(`feed/${paths.markdown}`, 'utf8')))
}
