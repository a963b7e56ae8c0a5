/** The same example without some of its optional properties. */
export function without<S extends object, N extends keyof S>(
  subject: S,
  ...names: readonly N[]
): Omit<S, N> {
  const kept = Object.entries(subject).filter(([name]) => !names.some((left) => left === name))
  return Object.fromEntries(kept) as Omit<S, N>
}
