import type { Study } from '../model/index.ts'

const places = [
  'sourceType',
  'identifiers',
  'url',
  'design',
  'includedDesign',
  'sampleSize',
  'population',
  'intervention',
  'comparator',
  'followUpMonths',
  'primaryOutcomeMet',
  'result',
  'harms',
  'funding',
  'status',
  'noticeDoi',
  'jurisdiction',
] as const satisfies readonly (keyof Study)[]

type MaterialPlace = (typeof places)[number]

/**
 * The top-level places of a study that a claim can rest on. A signature on a claim covers them, and
 * whoever changes one has written part of every claim that cites the study. Bibliography (title,
 * authors, journal, volume, pages) is not among them: a corrected typo changes no evidence. Funding
 * is: it is how a reader, and a reviewer, sees a conflict of interest.
 */
export const materialPlaces: readonly string[] = places

/**
 * The facts of a study that matter to a claim citing it, in the study's own properties. The web
 * address counts for guidelines and regulatory documents, which have no other name; for a study it
 * is a convenience beside the identifiers.
 */
export function materialFacts(study: Study): Partial<Pick<Study, MaterialPlace>> {
  return Object.fromEntries(
    places.filter((place) => isMaterialPlace(place, study)).map((place) => [place, study[place]]),
  )
}

/** Whether a change at this top-level place of the study changes what a claim rests on. */
export function isMaterialPlace(place: string, study: Study): boolean {
  if (place === 'url') return study.sourceType !== 'study'
  return materialPlaces.includes(place)
}
