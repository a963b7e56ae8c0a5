/** A part of an XML document; made by `element` alone, so that no text gets in unescaped. */
export interface XmlElement {
  readonly name: string
  /** In the order in which they are written; one that is undefined is left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly children: readonly XmlElement[] | string
}

export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes, children }
}

/** An XML 1.0 document, indented where only elements stand. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${written(root, '')}\n`
}

function written({ name, attributes, children }: XmlElement, indent: string): string {
  const said = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapedAttribute(value)}"`))
    .join('')
  if (children.length === 0) return `${indent}<${name}${said}/>`
  if (typeof children === 'string') {
    return `${indent}<${name}${said}>${escapedText(children)}</${name}>`
  }
  const inside = children.map((child) => written(child, `${indent}  `)).join('\n')
  return `${indent}<${name}${said}>\n${inside}\n${indent}</${name}>`
}

/**
 * XML 1.0, 2.4: `&` and `<` are markup, and `]]>` must not stand in text. A carriage return would be
 * read as a line feed (2.11).
 */
function escapedText(text: string): string {
  return allowed(text).replace(/[&<>\r]/g, (character) => references[character] ?? character)
}

/** In an attribute white space would be read as a space (3.3.3). */
function escapedAttribute(text: string): string {
  return allowed(text).replace(/[&<>"\t\n\r]/g, (character) => references[character] ?? character)
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** XML 1.0, 2.2 has no such characters, in no spelling; what takes their place shows that one was there. */
function allowed(text: string): string {
  return text.replace(
    /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
    replacement,
  )
}

const replacement = '\uFFFD'
