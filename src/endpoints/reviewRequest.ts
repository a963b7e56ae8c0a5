import { z } from 'zod'
import { approvalMeanings, subjectKinds, withdrawalKinds } from '../domain/model/index.ts'
import type { SubjectName } from '../domain/model/index.ts'
import { actions, longestComment } from '../domain/review/index.ts'
import { hiddenCharactersIn } from '../domain/text/index.ts'

/** Text for the signed record: what nobody sees does not go into it. */
const recordedText = (length: number) =>
  z
    .string()
    .max(length)
    .superRefine((text, context) => {
      const [hidden] = hiddenCharactersIn(text)
      if (hidden === undefined) return
      context.addIssue({
        code: 'custom',
        message: `holds ${hidden.description}, which nobody sees; type the words again without it`,
      })
    })

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no key: lower-case words and hyphens')

const name = z.custom<SubjectName>((value) => {
  const [kind = '', ...rest] = typeof value === 'string' ? value.split('/') : []
  return (subjectKinds as readonly string[]).includes(kind) && key.safeParse(rest.join('/')).success
}, 'is no public name, like claim/another-key')

/** The body of `POST /api/{collection}/{id}/review`. */
export const reviewRequest = z.strictObject({
  action: z.enum(actions),
  /** Hash of the text that was read. */
  contentHash: z.string().max(200).optional(),
  /** approve. */
  meaning: z.enum(approvalMeanings).optional(),
  password: z.string().max(1000).optional(),
  /** request-changes, withdraw, reinstate. */
  reason: recordedText(2000).optional(),
  /** withdraw. */
  kind: z.enum(withdrawalKinds).optional(),
  supersededBy: name.optional(),
  /** assign: key of a person, or null for nobody. */
  assignee: key.nullable().optional(),
  /** assign: ISO date. */
  due: recordedText(40).optional(),
  /** comment. */
  place: recordedText(200).optional(),
  text: recordedText(longestComment).optional(),
  /** resolve: id of the comment. */
  comment: z.int().positive().optional(),
  /** schedule: ISO instant. */
  publishAt: recordedText(40).optional(),
})

export type ReviewRequest = z.infer<typeof reviewRequest>
