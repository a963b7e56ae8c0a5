import { isDeepStrictEqual } from 'node:util'

/** A change between two versions of a JSON Schema that somebody who reads the feed could trip over. */
export interface BreakingChange {
  /** JSON pointer (RFC 6901) into the schema last released, as a URI fragment. */
  readonly pointer: string
  readonly change:
    | 'property-removed'
    | 'no-longer-required'
    | 'newly-required'
    | 'values-added'
    | 'values-removed'
    | 'type-changed'
    | 'alternatives-changed'
    | 'constraint-changed'
    | 'closed-object-extended'
  readonly detail: string
}

type Schema = Readonly<Record<string, unknown>>

/** They say nothing of what is valid. */
const annotations = new Set([
  ...['$id', '$schema', '$defs', '$comment', 'id', 'title', 'description', 'examples'],
  ...['default', 'deprecated', 'readOnly', 'writeOnly'],
])
const inside = new Set(['items', 'additionalProperties', 'propertyNames', 'contains', 'not'])
const alternatives = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems'])

/**
 * What is not merely added between two versions of a schema. Readers are of two kinds: one with the
 * released schema meets new documents, one with the new schema meets documents of earlier releases.
 * Both are safe where everything the released schema says is still said, and objects have gained
 * nothing but optional properties. A value added to a list of values breaks the first kind.
 */
export function breakingChanges(released: Schema, current: Schema): readonly BreakingChange[] {
  return new Comparison(released, current).changes()
}

class Comparison {
  readonly #released: Schema
  readonly #current: Schema
  readonly #found: BreakingChange[] = []
  readonly #compared = new Set<string>()

  constructor(released: Schema, current: Schema) {
    this.#released = released
    this.#current = current
  }

  changes(): readonly BreakingChange[] {
    this.#compare(this.#released, this.#current, '#')
    return this.#found
  }

  #compare(before: unknown, after: unknown, at: string): void {
    const [released, pointer] = resolved(before, this.#released, at)
    const [current, place] = resolved(after, this.#current, at)
    // Definitions may refer to themselves.
    const pair = `${pointer} ${place}`
    if (this.#compared.has(pair)) return
    this.#compared.add(pair)
    for (const keyword of new Set([...Object.keys(released), ...Object.keys(current)])) {
      if (!annotations.has(keyword)) this.#keyword(keyword, released, current, pointer)
    }
  }

  #keyword(keyword: string, released: Schema, current: Schema, at: string): void {
    const [before, after] = [released[keyword], current[keyword]]
    const pointer = `${at}/${escaped(keyword)}`
    if (keyword === 'properties') this.#properties(released, current, at)
    else if (keyword === 'required') this.#required(before, after, at)
    else if (keyword === 'enum' && isList(before) && isList(after)) {
      this.#report(pointer, 'values-added', missingFrom(before, after))
      this.#report(pointer, 'values-removed', missingFrom(after, before))
    } else if (keyword === 'type') {
      if (!isDeepStrictEqual(asList(before).toSorted(), asList(after).toSorted())) {
        this.#report(pointer, 'type-changed', [`${inWords(before)} became ${inWords(after)}`])
      }
    } else if (inside.has(keyword) && isSchema(before) && isSchema(after)) {
      this.#compare(before, after, pointer)
    } else if (alternatives.has(keyword) && isList(before) && isList(after)) {
      this.#alternatives(before, after, pointer)
    } else if (!isDeepStrictEqual(before, after)) {
      const change = alternatives.has(keyword) ? 'alternatives-changed' : 'constraint-changed'
      this.#report(pointer, change, [`${inWords(before)} became ${inWords(after)}`])
    }
  }

  #properties(released: Schema, current: Schema, at: string): void {
    const before = record(released.properties)
    const after = record(current.properties)
    for (const [name, schema] of Object.entries(before)) {
      const pointer = `${at}/properties/${escaped(name)}`
      if (Object.hasOwn(after, name)) this.#compare(schema, after[name], pointer)
      else this.#report(pointer, 'property-removed', [name])
    }
    if (released.additionalProperties !== false) return
    const added = Object.keys(after).filter((name) => !Object.hasOwn(before, name))
    this.#report(`${at}/additionalProperties`, 'closed-object-extended', added)
  }

  #required(before: unknown, after: unknown, at: string): void {
    const pointer = `${at}/required`
    this.#report(pointer, 'no-longer-required', missingFrom(asList(after), asList(before)))
    this.#report(pointer, 'newly-required', missingFrom(asList(before), asList(after)))
  }

  #alternatives(before: readonly unknown[], after: readonly unknown[], pointer: string): void {
    if (before.length !== after.length) {
      const detail = `there were ${String(before.length)}, there are ${String(after.length)}`
      this.#report(pointer, 'alternatives-changed', [detail])
      return
    }
    for (const [index, schema] of before.entries()) {
      this.#compare(schema, after[index], `${pointer}/${String(index)}`)
    }
  }

  #report(pointer: string, change: BreakingChange['change'], details: readonly unknown[]): void {
    if (details.length === 0) return
    const detail = details.map((one) => (typeof one === 'string' ? one : inWords(one))).join(', ')
    this.#found.push({ pointer, change, detail })
  }
}

/** A schema behind its references, and where it stands; `true` and `{}` are the same schema. */
function resolved(schema: unknown, root: Schema, at: string): readonly [Schema, string] {
  const { $ref } = record(schema)
  if (typeof $ref !== 'string') return [schema === false ? { not: {} } : record(schema), at]
  const steps = $ref.split('/').slice(1)
  if (!$ref.startsWith('#')) return [{ $ref }, at]
  const target = steps.reduce<unknown>((place, step) => record(place)[unescaped(step)], root)
  if (target === undefined) throw new Error(`The schema refers to ${$ref}, which it does not hold.`)
  return resolved(target, root, $ref)
}

function missingFrom(list: readonly unknown[], wanted: readonly unknown[]): readonly unknown[] {
  return wanted.filter((one) => !list.some((other) => isDeepStrictEqual(one, other)))
}

function asList(value: unknown): readonly unknown[] {
  return isList(value) ? value : value === undefined ? [] : [value]
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function isSchema(value: unknown): boolean {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null)
}

function record(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !isList(value) ? (value as Schema) : {}
}

function inWords(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}

function escaped(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1')
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}
