import type { TextField } from 'payload'
import { nobody } from '../access/index.ts'
import { isKey } from '../domain/model/index.ts'

/** The stable public name. Filled from the title when left empty; fixed once created. */
export function keyField(hint: string): TextField {
  return {
    name: 'key',
    type: 'text',
    unique: true,
    index: true,
    required: true,
    maxLength: 80,
    access: { update: nobody },
    admin: {
      position: 'sidebar',
      description: `Public name in every feed; fixed once created. Left empty, it is made from ${hint}.`,
    },
    validate: (value: unknown) =>
      isKey(value)
        ? true
        : 'A key has lower-case letters, digits and single hyphens, at most 80, e.g. platelet-rich-plasma.',
  }
}
