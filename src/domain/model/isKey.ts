const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a value can be the key of something: lower-case letters, digits, single hyphens, at most 80. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 80 && kebabCase.test(value)
}
