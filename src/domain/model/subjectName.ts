import type { Subject, SubjectName } from './subjects.ts'

/** The stable public name of a subject, e.g. `claim/prp-pain-six-months`. */
export function subjectName(subject: Pick<Subject, 'kind' | 'key'>): SubjectName {
  return `${subject.kind}/${subject.key}`
}
