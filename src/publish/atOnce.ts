import type { GatedSlug } from '../projection/index.ts'

/** How many texts of a kind are read at once: a page brings its claims and their sources with it. */
export const atOnce: Readonly<Record<GatedSlug, number>> = {
  therapies: 20,
  articles: 20,
  claims: 100,
  studies: 100,
  conditions: 100,
  disclaimers: 100,
}
