import { load, YAML11_SCHEMA } from 'js-yaml'
import { parse } from 'yaml'

/** Readers of YAML that disagree about bare scalars such as `no`, `12:30` and dates. */
export const yamlReaders: Readonly<Record<string, (yaml: string) => unknown>> = {
  'js-yaml, YAML 1.2': (yaml) => load(yaml),
  'js-yaml, YAML 1.1': (yaml) => load(yaml, { schema: YAML11_SCHEMA }),
  'yaml, YAML 1.2': (yaml) => parse(yaml) as unknown,
  'yaml, YAML 1.1': (yaml) => parse(yaml, { version: '1.1' }) as unknown,
}

/** Front matter and text of a Markdown item. */
export function splitItem(markdown: string): { readonly front: string; readonly text: string } {
  const [, front, text] = /^---\n([\s\S]*?\n)---\n\n([\s\S]*)$/.exec(markdown) ?? []
  if (front === undefined || text === undefined) throw new Error('There is no front matter.')
  return { front, text }
}
