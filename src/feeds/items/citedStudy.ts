import type { Claim, Study } from '../../domain/model/index.ts'
import { compareText } from '../model/index.ts'
import { Refused } from '../tree/index.ts'
import type { ItemContext } from './itemContext.ts'

/** A study that is cited; refuses the item that cites one which is not there. */
export function citedStudy(key: string, context: ItemContext): Study {
  const study = context.study(key)
  if (study === undefined) throw new Refused('citations', `The cited study ${key} does not exist.`)
  return study
}

/** The studies that some claims cite, each once, in the order of their keys. */
export function studiesCited(claims: readonly Claim[], context: ItemContext): readonly Study[] {
  const keys = new Set(claims.flatMap(({ citations }) => citations.map(({ study }) => study)))
  return [...keys].sort(compareText).map((key) => citedStudy(key, context))
}
