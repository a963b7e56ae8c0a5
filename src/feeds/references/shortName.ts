import type { Author, Study } from '../../domain/model/index.ts'
import { dateParts } from '../phrases/index.ts'

/** A source as one speaks of it: `Pers et al., 2024`. */
export function shortName({ authors, authorsComplete, publisher, issued, title }: Study): string {
  const [first, second, third] = authors
  const who =
    first === undefined
      ? (publisher ?? title)
      : !authorsComplete || third !== undefined
        ? `${surname(first)} et al.`
        : second === undefined
          ? surname(first)
          : `${surname(first)} and ${surname(second)}`
  return issued === undefined ? who : `${who}, ${String(dateParts(issued).year)}`
}

function surname(author: Author): string {
  return 'literal' in author ? author.literal : author.family
}
