import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { splitItem } from '../feedReaders.ts'

/** Names in front matter that a generator acts on. In words that it only shows, ours may stand. */
const reserved: Readonly<Record<string, readonly string[]>> = {
  Hugo: [
    ...['aliases', 'build', 'cascade', 'date', 'draft', 'expirydate', 'headless', 'isCJKLanguage'],
    ...['kind', 'lang', 'layout', 'lastmod', 'linktitle', 'markup', 'menus', 'outputs', 'params'],
    ...['path', 'publishdate', 'resources', 'sitemap', 'slug', 'translationkey', 'type', 'url'],
    ...['weight', 'tags', 'categories'],
  ],
  Eleventy: [
    ...['collections', 'content', 'date', 'eleventyComputed', 'eleventyExcludeFromCollections'],
    ...['eleventyNavigation', 'layout', 'override:tags', 'page', 'pagination', 'permalink'],
    ...['pkg', 'tags', 'templateEngineOverride'],
  ],
  Astro: ['components', 'draft', 'file', 'layout', 'setup', 'slug', 'url'],
  Docusaurus: [
    ...['custom_edit_url', 'date', 'description', 'draft', 'format', 'id', 'image', 'keywords'],
    ...['last_update', 'mdx', 'pagination_label', 'pagination_next', 'pagination_prev'],
    ...['parse_number_prefixes', 'sidebar_class_name', 'sidebar_custom_props', 'sidebar_key'],
    ...['sidebar_label', 'sidebar_position', 'slug', 'tags', 'unlisted', 'wrapperClassName'],
  ],
}

const items = ['therapies/example-injection', 'claims/status-us', 'studies/null-trial']

describe.each(Object.entries(reserved))('the front matter of an item', (generator, names) => {
  it.each(items)(`has no name that ${generator} takes for its own: %s`, (item) => {
    const file = new URL(`../../../fixtures/feeds/us-en/${item}.md`, import.meta.url)
    const front = load(splitItem(readFileSync(file, 'utf8')).front) as Record<string, unknown>
    const taken = names.map((name) => name.toLowerCase())
    expect(Object.keys(front).filter((name) => taken.includes(name.toLowerCase()))).toEqual([])
  })
})
