import type { TextField } from 'payload'

const patterns = {
  day: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  partial: /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
}

/**
 * A calendar date as text, so that no time zone can move it and `2021` can stay as precise as it is
 * known.
 *
 * @param precision - `day` wants YYYY-MM-DD, `partial` takes a year or a month too
 */
export function isoDateField(
  name: string,
  precision: keyof typeof patterns,
  options: Pick<TextField, 'admin' | 'label'> & { required?: boolean } = {},
): TextField {
  const { required = false, ...rest } = options
  return {
    name,
    type: 'text',
    required,
    ...rest,
    validate: (value: unknown) => {
      if (value === undefined || value === null || value === '') {
        return required ? 'This date is needed.' : true
      }
      return typeof value === 'string' && patterns[precision].test(value)
        ? true
        : precision === 'day'
          ? 'A date is written like 2026-11-22.'
          : 'A date is written like 2021, 2021-06 or 2021-06-03.'
    },
  }
}
