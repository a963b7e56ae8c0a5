import type { Label, StudyLabel, Words } from './content.ts'
import type { Model } from './model.ts'

const citations: readonly (readonly StudyLabel[])[] = [['s1'], ['s2'], ['s1', 's2'], ['s1'], []]

/** Other words for a subject: new ones mostly, sometimes those that are live, sometimes wrong ones. */
export function nextWords(model: Model, label: Label, pick: number): Words {
  const { live } = model.of(label)
  const words = model.newest(label)
  if (pick % 7 === 0 && live !== undefined) return live
  const wording = model.newWording()
  const turn = Math.floor(pick / 7)
  switch (words.kind) {
    case 'study':
      if (turn % 3 === 0) return { ...words, wording }
      if (turn % 3 === 1) return { ...words, sample: 100 + wording }
      return { ...words, status: words.status === 'active' ? 'retracted' : 'active' }
    case 'claim':
      if (turn % 4 === 1) {
        return { ...words, certainty: words.certainty === 'low' ? 'moderate' : 'low' }
      }
      if (turn % 4 === 2) return { ...words, wording, cites: citations[turn % 5] ?? [] }
      return { ...words, wording }
    case 'therapy':
      if (turn % 6 === 1) return { ...words, shows: words.shows === 'none' ? 'both' : 'none' }
      if (turn % 6 === 2) return { ...words, wording, shows: 'benefit' }
      return { ...words, wording }
    case 'disclaimer':
      return { ...words, wording }
  }
}

/** Words with which nothing is wrong. */
export function goodWords(model: Model, label: Label): Words {
  const words = model.newest(label)
  const wording = model.newWording()
  if (words.kind === 'claim') {
    const cites = words.cites.filter((study) => model.study(study).status === 'active')
    const other: StudyLabel = model.study('s1').status === 'active' ? 's1' : 's2'
    return { ...words, wording, cites: cites.length === 0 ? [other] : cites }
  }
  if (words.kind === 'therapy') {
    const isWhole = model.isThere('c1') && model.isThere('c2')
    return { ...words, wording, shows: isWhole ? 'both' : 'none' }
  }
  return words.kind === 'study' ? { ...words, status: 'active' } : { ...words, wording }
}
