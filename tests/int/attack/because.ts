/** Why a cell does not apply, by the letter in the table. */
export const because = {
  a: 'a text that is only being made has no history yet',
  b: 'the route carries no body',
  c: 'it is refused when it is saved, so it never lies there',
  d: 'it cannot come after an approval, and without one nothing is scheduled',
} as const
