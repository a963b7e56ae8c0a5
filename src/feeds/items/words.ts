import type { Heading, Link, List, Paragraph, PhrasingContent, Text } from 'mdast'

/** Short words for writing trees. */

export function text(value: string): Text {
  return { type: 'text', value }
}

export function paragraph(...children: readonly (string | PhrasingContent)[]): Paragraph {
  return { type: 'paragraph', children: phrasing(children) }
}

export function heading(words: string): Heading {
  return { type: 'heading', depth: 2, children: [text(words)] }
}

export function link(url: string, words: string): Link {
  return { type: 'link', url, children: [text(words)] }
}

/** A bullet list, one line an item. */
export function bullets(items: readonly (readonly (string | PhrasingContent)[])[]): List[] {
  if (items.length === 0) return []
  return [
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: items.map((children) => ({
        type: 'listItem',
        spread: false,
        children: [paragraph(...children)],
      })),
    },
  ]
}

/** A list of facts, each with its name; a fact that is not known is left out. */
export function facts(
  known: readonly (readonly [name: string, value: string | undefined])[],
): List[] {
  return bullets(
    known.flatMap(([name, value]) =>
      value === undefined
        ? []
        : [[{ type: 'strong' as const, children: [text(`${name}:`)] }, ` ${value}`]],
    ),
  )
}

function phrasing(children: readonly (string | PhrasingContent)[]): PhrasingContent[] {
  return children.map((child) => (typeof child === 'string' ? text(child) : child))
}
