import type { TextField } from 'payload'
import { nobody } from '../access/index.ts'

const keyPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

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
      typeof value === 'string' && value.length <= 80 && keyPattern.test(value)
        ? true
        : 'A key has lower-case letters, digits and single hyphens, at most 80, e.g. platelet-rich-plasma.',
  }
}
