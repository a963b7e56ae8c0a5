import jsonld from 'jsonld'
import { schemaOrgContext } from './schemaOrgContext.ts'

/** The published types know neither `safe` nor that the answer is a promise of text. */
type Canonize = (document: unknown, options: object) => Promise<string>
type Loader = (url: string) => Promise<{
  contextUrl?: string
  documentUrl: string
  document: object
}>

/** Knows one address; nothing is fetched. */
const documentLoader: Loader = (url) =>
  url === 'https://schema.org'
    ? Promise.resolve({ documentUrl: url, document: schemaOrgContext })
    : Promise.reject(new Error(`A test asked for ${url}.`))

/**
 * What a document of JSON-LD says, as canonical N-Quads, one a line; refuses a document of which the
 * expansion would drop something.
 */
export async function quadsOf(document: unknown): Promise<readonly string[]> {
  const options = {
    ...{ algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true },
    documentLoader,
  }
  const quads = await (jsonld.canonize as unknown as Canonize)(document, options)
  return quads.split('\n').filter((line) => line !== '')
}

type Node = Readonly<Record<string, unknown>>

/** How many different statements a document makes, counted from its JSON without any context. */
export function statementsIn(document: unknown): number {
  const statements = new Set<string>()
  let blank = 0
  const visit = (node: Node): string => {
    const named = node['@id']
    const id = typeof named === 'string' ? named : `_:${String((blank += 1))}`
    for (const [name, value] of Object.entries(node)) {
      if (name === '@id' || name === '@context') continue
      for (const member of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
        statements.add(JSON.stringify([id, name, isNode(member) ? visit(member) : [member]]))
      }
    }
    return id
  }
  visit(document as Node)
  return statements.size
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !('@value' in value)
}
