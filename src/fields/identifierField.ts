import type { TextField } from 'payload'

/**
 * A public identifier of a study. A link or a prefix that people paste becomes the bare identifier;
 * what cannot be read stays as it was typed, for the gate to name.
 *
 * @param parse - the canonical identifier, or undefined where the text is none
 */
export function identifierField(
  name: string,
  label: string,
  parse: (text: string) => string | undefined,
): TextField {
  return {
    name,
    label,
    type: 'text',
    index: true,
    maxLength: 200,
    hooks: {
      beforeValidate: [
        ({ value }: { value?: unknown }) =>
          typeof value === 'string' ? (parse(value) ?? value) : value,
      ],
    },
  }
}
