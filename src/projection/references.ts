import type { GatedDocument } from './kinds.ts'
import type { Reference } from './keys.ts'
import { idOf } from './keys.ts'

/** Ids of the claims that stand in a page document's texts, in reading order, each once. */
export function claimIdsIn(document: GatedDocument): string[] {
  return collect(document, (node) => {
    const fields = node['fields'] as Record<string, unknown> | undefined
    return node['type'] === 'inlineBlock' && fields?.['blockType'] === 'claim'
      ? idOf(fields['claim'] as Reference)
      : undefined
  })
}

/** Ids of the images that stand in a document's texts. */
export function mediaIdsIn(document: GatedDocument): string[] {
  return collect(document, (node) =>
    node['type'] === 'upload' ? idOf(node['value'] as Reference) : undefined,
  )
}

type LexicalNode = Readonly<Record<string, unknown>>

function collect(
  document: GatedDocument,
  pick: (node: LexicalNode) => string | undefined,
): string[] {
  const found = new Set<string>()
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const node = value as LexicalNode
    const picked = pick(node)
    if (picked !== undefined) found.add(picked)
    const children = node['children']
    if (Array.isArray(children)) for (const child of children) visit(child)
  }
  const sections: unknown = document['sections']
  const texts: unknown[] = [document['body']]
  if (Array.isArray(sections))
    for (const section of sections) texts.push((section as LexicalNode)['body'])
  for (const text of texts) {
    if (typeof text === 'object' && text !== null && 'root' in text) visit(text.root)
  }
  return [...found]
}
