/** Select options for a closed vocabulary: `very-low` reads "Very low", `noDifference` "No difference". */
export function optionsOf(values: readonly string[]): { label: string; value: string }[] {
  return values.map((value) => {
    const words = value
      .replaceAll('-', ' ')
      .replace(/HealthAspect$/, '')
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase()
    return { label: words.charAt(0).toUpperCase() + words.slice(1), value }
  })
}
