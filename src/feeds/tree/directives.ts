import type { Blockquote, Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { ContainerDirective, TextDirective } from 'mdast-util-directive'

/** `:claim[Statement.[^source] (certainty: low)]{key="…" certainty="low"}` */
export function claimDirective(
  key: string,
  certainty: string | undefined,
  children: readonly PhrasingContent[],
): TextDirective {
  const attributes = certainty === undefined ? { key } : { key, certainty }
  return { type: 'textDirective', name: 'claim', attributes, children: [...children] }
}

/** What stands in the place of a claim that fell: `:notice[*Words.*]{claim="…" date="…"}` */
export function noticeDirective(
  { claim, date }: { readonly claim: string; readonly date: string },
  children: readonly PhrasingContent[],
): TextDirective {
  return {
    type: 'textDirective',
    name: 'notice',
    attributes: { claim, date },
    children: [...children],
  }
}

/** `:::disclaimer{key="…"}`, its paragraphs, `:::` */
export function disclaimerDirective(
  key: string,
  children: readonly RootContent[],
): ContainerDirective {
  return {
    type: 'containerDirective',
    name: 'disclaimer',
    attributes: { key },
    children: [...children] as ContainerDirective['children'],
  }
}

/** Whether a node is one of those three; a text that was read may hold others. */
export function isOurDirective(node: Nodes): node is ContainerDirective | TextDirective {
  return node.type === 'containerDirective'
    ? node.name === 'disclaimer'
    : node.type === 'textDirective' && (node.name === 'claim' || node.name === 'notice')
}

/** The same text in words alone: what a claim or a notice says, and disclaimers as block quotes. */
export function withoutDirectives(tree: Root): Root {
  return { ...tree, children: tree.children.flatMap(inWords) as Root['children'] }
}

function inWords(node: Nodes): Nodes[] {
  if (!('children' in node)) return [node]
  const children = node.children.flatMap(inWords)
  if (!isOurDirective(node)) return [{ ...node, children } as Nodes]
  if (node.type === 'textDirective') return children
  return [{ type: 'blockquote', children: children as Blockquote['children'] }]
}
