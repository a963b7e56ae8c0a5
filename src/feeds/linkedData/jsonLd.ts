/** A node of JSON-LD. */
export type JsonLd = Readonly<Record<string, unknown>>

/** A reference to a node by its IRI. */
export interface NodeReference {
  readonly '@id': string
}

/** An empty list says nothing and is left out. */
export function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}

type Present<T> = {
  [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name]
} & {
  [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>
}

/** A node without the properties that nothing is known of: JSON-LD has no word for undefined. */
export function present<const T extends object>(node: T): Present<T> {
  return Object.fromEntries(
    Object.entries(node).filter(([, value]) => value !== undefined),
  ) as Present<T>
}
