import { describe, expect, it } from 'vitest'
import { jsonSchema, schemaNames } from '../../../../src/feeds/index.ts'
import { breakingChanges } from '../../../../scripts/schemas/breakingChanges.ts'

type Schema = Readonly<Record<string, unknown>>

const released = {
  type: 'object',
  description: 'A claim.',
  required: ['key', 'status'],
  properties: {
    key: { type: 'string', minLength: 1 },
    status: { type: 'string', enum: ['active', 'retracted'] },
    kind: { type: 'string', const: 'claim' },
    size: { type: 'integer', minimum: 1 },
    'a/b': { type: 'string' },
    names: { type: 'array', items: { $ref: '#/$defs/Name' } },
    by: { type: 'object', additionalProperties: { type: 'string' } },
    who: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/Name' }] },
    closed: { type: 'object', properties: {}, additionalProperties: false },
  },
  $defs: {
    Name: {
      type: 'object',
      required: ['family'],
      properties: { family: { type: 'string' }, parent: { $ref: '#/$defs/Name' } },
    },
  },
}

/** The released schema with a part of it replaced; an undefined part is taken away. */
function changed(steps: readonly string[], part: unknown, schema: Schema = released): Schema {
  const [step, ...rest] = steps
  if (step === undefined) return part as Schema
  const inner = rest.length === 0 ? part : changed(rest, part, schema[step] as Schema)
  if (Array.isArray(schema)) return schema.with(Number(step), inner) as unknown as Schema
  const { [step]: _before, ...others } = schema
  return inner === undefined ? others : { ...others, [step]: inner }
}

describe('a change of a schema', () => {
  it.each<[string, string[], unknown, string, string]>([
    [
      'a removed property',
      ['properties', 'size'],
      undefined,
      '#/properties/size',
      'property-removed',
    ],
    [
      'a property with a slash in its name, removed',
      ['properties', 'a/b'],
      undefined,
      '#/properties/a~1b',
      'property-removed',
    ],
    [
      'a property that may now be absent',
      ['required'],
      ['key'],
      '#/required',
      'no-longer-required',
    ],
    ['no list of required properties', ['required'], undefined, '#/required', 'no-longer-required'],
    [
      'a property that now has to be there',
      ['required'],
      ['key', 'status', 'size'],
      '#/required',
      'newly-required',
    ],
    [
      'another type',
      ['properties', 'size', 'type'],
      'string',
      '#/properties/size/type',
      'type-changed',
    ],
    [
      'a wider type',
      ['properties', 'size', 'type'],
      ['integer', 'null'],
      '#/properties/size/type',
      'type-changed',
    ],
    [
      'a type that is not said any more',
      ['properties', 'size', 'type'],
      undefined,
      '#/properties/size/type',
      'type-changed',
    ],
    [
      'one more value',
      ['properties', 'status', 'enum'],
      ['active', 'retracted', 'new'],
      '#/properties/status/enum',
      'values-added',
    ],
    [
      'one value less',
      ['properties', 'status', 'enum'],
      ['active'],
      '#/properties/status/enum',
      'values-removed',
    ],
    [
      'any value at all',
      ['properties', 'status', 'enum'],
      undefined,
      '#/properties/status/enum',
      'constraint-changed',
    ],
    [
      'another constant',
      ['properties', 'kind', 'const'],
      'note',
      '#/properties/kind/const',
      'constraint-changed',
    ],
    [
      'a lower minimum',
      ['properties', 'size', 'minimum'],
      0,
      '#/properties/size/minimum',
      'constraint-changed',
    ],
    [
      'a new pattern',
      ['properties', 'key', 'pattern'],
      '^[a-z]+$',
      '#/properties/key/pattern',
      'constraint-changed',
    ],
    [
      'no minimum length',
      ['properties', 'key', 'minLength'],
      undefined,
      '#/properties/key/minLength',
      'constraint-changed',
    ],
    [
      'members of another type',
      ['properties', 'by', 'additionalProperties'],
      { type: 'number' },
      '#/properties/by/additionalProperties/type',
      'type-changed',
    ],
    [
      'an object that was open',
      ['additionalProperties'],
      false,
      '#/additionalProperties',
      'constraint-changed',
    ],
    [
      'a property in an object that was closed',
      ['properties', 'closed', 'properties', 'x'],
      {},
      '#/properties/closed/additionalProperties',
      'closed-object-extended',
    ],
    [
      'an alternative more',
      ['properties', 'who', 'anyOf'],
      [{ type: 'string' }, { $ref: '#/$defs/Name' }, {}],
      '#/properties/who/anyOf',
      'alternatives-changed',
    ],
    [
      'another alternative',
      ['properties', 'who', 'anyOf', '0', 'type'],
      'number',
      '#/properties/who/anyOf/0/type',
      'type-changed',
    ],
    [
      'a change in what is referred to',
      ['$defs', 'Name', 'properties', 'family', 'type'],
      'number',
      '#/$defs/Name/properties/family/type',
      'type-changed',
    ],
  ])('is found and named: %s', (_, steps, part, pointer, change) => {
    const found = breakingChanges(released, changed(steps, part))
    expect(found.map((one) => [one.pointer, one.change])).toEqual([[pointer, change]])
    expect(found[0]?.detail).not.toBe('')
  })

  it.each<[string, string[], unknown]>([
    ['nothing', [], released],
    ['an optional property', ['properties', 'more'], { type: 'string' }],
    [
      'an optional property of a definition',
      ['$defs', 'Name', 'properties', 'given'],
      { type: 'string' },
    ],
    ['other words', ['description'], 'A statement.'],
    ['a title', ['properties', 'key', 'title'], 'Key'],
    ['another order of required properties', ['required'], ['status', 'key']],
    ['another order of values', ['properties', 'status', 'enum'], ['retracted', 'active']],
    ['a definition that nothing used', ['$defs', 'Other'], { type: 'string' }],
    [
      'a definition written out in its place',
      ['properties', 'names', 'items'],
      released.$defs.Name,
    ],
  ])('passes where it only adds: %s', (_, steps, part) => {
    expect(breakingChanges(released, changed(steps, part))).toEqual([])
  })

  it('is refused where the new schema refers to what it does not hold', () => {
    expect(() => breakingChanges(released, changed(['$defs'], undefined))).toThrow('#/$defs/Name')
  })

  it.each(schemaNames)('is found in the schema %s of the feed itself', (name) => {
    const schema = jsonSchema('https://feed.invalid', name) as Schema
    const isList = schema.type === 'array'
    const [kept, lost] = isList
      ? [schema, { ...schema, items: {} }]
      : [schema, { ...schema, properties: {} }]
    expect(breakingChanges(schema, kept)).toEqual([])
    expect(breakingChanges(schema, lost).length).toBeGreaterThan(0)
  })
})
