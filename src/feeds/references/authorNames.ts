import type { Author } from '../../domain/model/index.ts'

/** ICMJE Recommendations, "References": up to six authors are named, then "et al.". */
const named = 6

/** NLM Citing Medicine, 2nd ed., chapter 1, Author: at most two initials, without stops. */
const mostInitials = 2

/** The authors of a source in Vancouver style; empty when none is known. */
export function authorNames(authors: readonly Author[], areComplete: boolean): string {
  const names = authors.slice(0, named).map(authorName)
  if (names.length === 0) return ''
  return [...names, ...(areComplete && authors.length <= named ? [] : ['et al'])].join(', ')
}

function authorName(author: Author): string {
  if ('literal' in author) return author.literal
  const initials = (author.given ?? '')
    .split(/[\s.\p{Pd}]+/u)
    .map((name) => (/\p{L}/u.exec(name)?.[0] ?? '').toUpperCase())
    .filter((initial) => initial !== '')
    .slice(0, mostInitials)
    .join('')
  return initials === '' ? author.family : `${author.family} ${initials}`
}
