import type { ItemName, ItemPaths } from '../model/index.ts'
import { feedUrl, itemPaths } from '../model/index.ts'
import type { ItemContext } from './itemContext.ts'

/** The public address of each form of an item. */
export function itemUrls(name: ItemName, { publisher, channel }: ItemContext): ItemPaths {
  const { json, markdown } = itemPaths(channel.key, name)
  return {
    json: feedUrl(publisher.publicUrl, json),
    markdown: feedUrl(publisher.publicUrl, markdown),
  }
}
