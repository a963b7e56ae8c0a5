import { createRequire } from 'node:module'
import { load, YAML11_SCHEMA } from 'js-yaml'
import { parse } from 'yaml'

const require = createRequire(import.meta.url)
const { safeLoad: load3 } = require('js-yaml-3') as { safeLoad: (yaml: string) => unknown }
const { load: load4 } = require('js-yaml-4') as { load: (yaml: string) => unknown }

/** Readers of YAML that disagree about bare scalars such as `no`, `12:30` and dates. */
export const yamlReaders: Readonly<Record<string, (yaml: string) => unknown>> = {
  'js-yaml, YAML 1.2': (yaml) => load(yaml),
  'js-yaml, YAML 1.1': (yaml) => load(yaml, { schema: YAML11_SCHEMA }),
  'js-yaml 3, as in Docusaurus': load3,
  'js-yaml 4, as in Astro and Eleventy': load4,
  'yaml, YAML 1.2': (yaml) => parse(yaml) as unknown,
  'yaml, YAML 1.1': (yaml) => parse(yaml, { version: '1.1' }) as unknown,
}

/** Front matter and text of a Markdown item. */
export function splitItem(markdown: string): { readonly front: string; readonly text: string } {
  const [, front, text] = /^---\n([\s\S]*?\n)---\n\n([\s\S]*)$/.exec(markdown) ?? []
  if (front === undefined || text === undefined) throw new Error('There is no front matter.')
  return { front, text }
}
