/** What people call a document: its title, its statement, its name, or else its key. */
export function titleIn(document: Readonly<Record<string, unknown>>): string {
  const names = ['title', 'statement', 'name', 'key'].map((place) => document[place])
  return names.find((name): name is string => typeof name === 'string' && name !== '') ?? ''
}
