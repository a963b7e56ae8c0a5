import { SaxesParser } from 'saxes'

/** An element as an XML processor reads it. */
export interface ReadElement {
  /** Its namespace and local name. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ReadElement[]
  readonly text: string
}

type Building = ReadElement & { children: ReadElement[]; text: string }

/** Reads a document with namespaces; throws where it is not well-formed. */
export function readXml(document: string): ReadElement {
  const parser = new SaxesParser({ xmlns: true })
  const root: Building = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element: Building = {
      name: `${uri} ${local}`,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, { value }]) => [name, value]),
      ),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(document).close()
  const [first] = root.children
  if (first === undefined) throw new Error('The document has no element.')
  return first
}
