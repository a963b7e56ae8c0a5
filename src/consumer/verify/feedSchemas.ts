import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

export const metaSchema = 'https://json-schema.org/draft/2020-12/schema'

/** The JSON Schemas that a release serves, ready to check its JSON by. */
export interface FeedSchemas {
  /** Takes a schema in; gives what is wrong with it, null when nothing is. */
  readonly add: (path: string, schema: unknown) => string | null
  /** How many schemas were taken in. */
  readonly count: () => number
  /** What is wrong with a value by the schema with this `$id`; null when nothing is. */
  readonly check: (id: string, value: unknown) => string | null
  /** The `$id` of the schema that was served at a path. */
  readonly idOf: (path: string) => string | null
}

/** Checks by JSON Schema 2020-12. Nothing is fetched: a schema can only refer to those taken in. */
export function feedSchemas(): FeedSchemas {
  const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true })
  addFormats(ajv)
  const ids = new Map<string, string>()
  return {
    add: (path, schema) => {
      const id = schemaId(schema)
      if (id === null) return 'It has no $id.'
      if (!ajv.validateSchema(schema as object)) return wordsFor(ajv.errors)
      try {
        ajv.addSchema(schema as object)
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
      ids.set(path, id)
      return null
    },
    count: () => ids.size,
    check: (id, value) => {
      try {
        const validate = ajv.getSchema(id)
        if (validate === undefined) return `No schema with the $id ${id} is served.`
        return validate(value) === true ? null : wordsFor(validate.errors)
      } catch (error) {
        return `The schema ${id} cannot be used: ${error instanceof Error ? error.message : String(error)}`
      }
    },
    idOf: (path) => ids.get(path) ?? null,
  }
}

function schemaId(schema: unknown): string | null {
  return typeof schema === 'object' &&
    schema !== null &&
    '$id' in schema &&
    typeof schema.$id === 'string'
    ? schema.$id
    : null
}

const errorsShown = 5

function wordsFor(errors: readonly ErrorObject[] | null | undefined): string {
  const all = errors ?? []
  const shown = all
    .slice(0, errorsShown)
    .map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is wrong'}`)
  const more = all.length > errorsShown ? [`and ${String(all.length - errorsShown)} more`] : []
  return `${[...shown, ...more].join('; ')}.`
}
