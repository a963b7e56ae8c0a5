import type { Page, Subject, SubjectName } from '../model/index.ts'
import { claimsOn } from './claimReferences.ts'

/** Every other subject that a subject names, each once: cited, spoken of or translated. */
export function subjectsNamedBy(subject: Subject): readonly SubjectName[] {
  return [...new Set([...namedBy(subject), ...originalOf(subject)])]
}

function namedBy(subject: Subject): readonly SubjectName[] {
  switch (subject.kind) {
    case 'claim':
      return [
        `therapy/${subject.therapy}`,
        ...(subject.condition === undefined ? [] : [`condition/${subject.condition}` as const]),
        ...subject.citations.map(({ study }) => `study/${study}` as const),
      ]
    case 'therapy':
      return namedByPage(subject)
    case 'article':
      return [...subject.therapies.map((key) => `therapy/${key}` as const), ...namedByPage(subject)]
    default:
      return []
  }
}

function namedByPage(page: Page): readonly SubjectName[] {
  return [
    ...page.conditions.map((key) => `condition/${key}` as const),
    ...claimsOn(page).map((key) => `claim/${key}` as const),
    ...page.statusNotEstablished.map(({ therapy }) => `therapy/${therapy}` as const),
  ]
}

function originalOf(subject: Subject): readonly SubjectName[] {
  if (subject.kind === 'study' || subject.kind === 'condition') return []
  return subject.translationOf === undefined ? [] : [`${subject.kind}/${subject.translationOf}`]
}
