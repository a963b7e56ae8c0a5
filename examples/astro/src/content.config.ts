import { defineCollection } from 'astro:content'
import { citegate } from './citegate.ts'
import { channel, folder } from './feed.ts'

const source = process.env.FEED_URL ?? 'http://localhost:3000'

export const collections = {
  pages: defineCollection({ loader: citegate(source, folder, channel) }),
}
