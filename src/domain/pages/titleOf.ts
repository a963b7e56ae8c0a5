import type { Subject } from '../model/index.ts'

/** What people call a subject: its title, name or statement; a disclaimer has but its key. */
export function titleOf(subject: Subject): string {
  switch (subject.kind) {
    case 'claim':
      return subject.statement
    case 'condition':
      return subject.name
    case 'disclaimer':
      return subject.key
    default:
      return subject.title
  }
}
