import type { ReactNode } from 'react'
import type { WorkItem, WorkListName } from '../../domain/work/index.ts'
import { useTimeZone, useToday } from '../clock/index.ts'
import { usePersonName } from '../people/index.ts'
import { clockWords, dueWords, instantWords } from '../words/index.ts'

/** What a list says of a text beside its title. */
export function WorkRemark({
  list,
  item,
}: {
  readonly list: WorkListName
  readonly item: WorkItem
}): ReactNode {
  switch (list) {
    case 'waiting':
      return <Waiting item={item} />
    case 'due':
      return <Due item={item} />
    case 'comments':
      return <p className="work__remark">{item.openComments} open</p>
    case 'scheduled':
      return <Planned item={item} />
    case 'failed':
    case 'sentBack':
    case 'withheld':
      return <Happened item={item} />
  }
}

function Waiting({ item }: { readonly item: WorkItem }): ReactNode {
  const { isAsked = false, assignee, due } = item
  const other = usePersonName(assignee)
  const today = useToday()
  const who = isAsked
    ? 'You were asked'
    : assignee === undefined
      ? ''
      : `${other ?? assignee} was asked`
  const words = [who, due === undefined ? '' : dueWords(due, today)].filter((part) => part !== '')
  return words.length === 0 ? null : <p className="work__remark">{words.join(', ')}</p>
}

function Due({ item: { due } }: { readonly item: WorkItem }): ReactNode {
  const today = useToday()
  return due === undefined ? null : <p className="work__remark">{dueWords(due, today)}</p>
}

function Planned({ item: { publishAt, by } }: { readonly item: WorkItem }): ReactNode {
  const timeZone = useTimeZone()
  if (publishAt === undefined) return null
  return (
    <p className="work__remark">
      <time dateTime={publishAt}>
        {clockWords(new Date(publishAt), timeZone)} {timeZone} ({instantWords(publishAt)})
      </time>
      {by === undefined ? '' : `, by ${by}`}
    </p>
  )
}

function Happened({ item }: { readonly item: WorkItem }): ReactNode {
  const { at = '', by, reason = '', channels } = item
  return (
    <>
      <p className="work__remark">
        {at === '' ? '' : <time dateTime={at}>{instantWords(at)}</time>}
        {by === undefined ? '' : `, by ${by}`}
        {channels === undefined ? '' : `, from ${channels.join(', ')} only`}
      </p>
      <blockquote>{reason}</blockquote>
    </>
  )
}
