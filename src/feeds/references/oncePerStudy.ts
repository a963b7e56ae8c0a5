import type { Study } from '../../domain/model/index.ts'

/** Works out once what follows from a study alone: many items cite the same one. */
export function oncePerStudy<T extends object | string>(
  workOut: (study: Study) => T,
): (study: Study) => T {
  const known = new WeakMap<Study, T>()
  return (study) => {
    const before = known.get(study)
    if (before !== undefined) return before
    const result = workOut(study)
    known.set(study, result)
    return result
  }
}
