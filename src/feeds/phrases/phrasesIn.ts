import { english } from './english.ts'
import type { Phrases } from './phrases.ts'

const languages: Readonly<Record<string, Phrases>> = { en: english }

/** The feed's own words in a language (BCP 47 primary language), in English where there are none. */
export function phrasesIn(language: string): Phrases {
  return languages[language] ?? english
}
