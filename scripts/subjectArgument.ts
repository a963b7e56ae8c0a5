import type { SubjectName } from '../src/domain/model/index.ts'
import { subjectKinds } from '../src/domain/model/index.ts'
import { CalledWrongly } from './command.ts'

/**
 * A subject as a command line names it, e.g. `claim/some-key`.
 *
 * @param what - how the help calls the argument
 */
export function subjectArgument(what: string, given: string): SubjectName {
  const [kind, key, ...more] = given.split('/')
  const known = subjectKinds.find((each) => each === kind)
  if (known !== undefined && key !== undefined && key !== '' && more.length === 0) {
    return `${known}/${key}`
  }
  throw new CalledWrongly(
    `${what} is ${JSON.stringify(given)}; it has to be a kind and a key, like claim/some-key. The kinds are ${subjectKinds.join(', ')}.`,
  )
}
