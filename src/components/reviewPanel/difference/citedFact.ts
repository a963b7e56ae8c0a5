/** The study and the fact that a place like `evidence.one-trial.result` names; undefined elsewhere. */
export function citedFact(
  place: string,
): { readonly study: string; readonly fact: string } | undefined {
  const [name, study, ...fact] = place.split('.')
  return name === 'evidence' && study !== undefined ? { study, fact: fact.join('.') } : undefined
}
