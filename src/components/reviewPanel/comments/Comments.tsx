import { useAuth } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import type { Comment } from '../../../domain/review/index.ts'
import type { User } from '../../../payload-types.ts'
import { instantWords } from '../../words/index.ts'
import { PersonName } from '../PersonName.tsx'
import { PlaceName } from '../PlaceName.tsx'
import { PlainAction } from '../PlainAction.tsx'
import type { Acting } from '../useTaking.ts'

/** What people have said about the text: what is open first, and what has been settled on demand. */
export function Comments(acting: Acting): ReactNode {
  const { comments } = acting.view.workflow
  const open = comments.filter(({ resolved }) => resolved === undefined)
  const settled = comments.filter(({ resolved }) => resolved !== undefined)
  if (comments.length === 0) return null
  return (
    <section className="review-panel__section">
      <h4>
        {open.length} open {open.length === 1 ? 'comment' : 'comments'}
      </h4>
      {open.length === 0 ? null : (
        <ul className="review-panel__comments">
          {open.map((comment) => (
            <li key={comment.id}>
              <CommentWords comment={comment} />
              <Resolving comment={comment} {...acting} />
            </li>
          ))}
        </ul>
      )}
      {settled.length === 0 ? null : (
        <details className="review-panel__history">
          <summary>{settled.length} resolved</summary>
          <ul className="review-panel__comments">
            {settled.map((comment) => (
              <li key={comment.id}>
                <CommentWords comment={comment} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function CommentWords({ comment }: { readonly comment: Comment }): ReactNode {
  const { actor, at, place, text, resolved } = comment
  return (
    <>
      <p>
        <PersonName person={actor} />, <time dateTime={at}>{instantWords(at)}</time>, on{' '}
        {place === undefined ? 'the whole text' : <PlaceName place={place} />}
      </p>
      <blockquote>{text}</blockquote>
      {resolved === undefined ? null : (
        <p className="review-panel__hint">
          Resolved by {resolved.actor.name},{' '}
          <time dateTime={resolved.at}>{instantWords(resolved.at)}</time>
        </p>
      )}
    </>
  )
}

/** Whoever wrote a comment can resolve it, and every reviewer. */
function Resolving({ comment, ...acting }: Acting & { readonly comment: Comment }): ReactNode {
  const { user } = useAuth<User>()
  if (user?.key !== comment.actor.key && user?.roles.includes('reviewer') !== true) {
    return (
      <p className="review-panel__hint">{comment.actor.name} or any reviewer can resolve it.</p>
    )
  }
  return (
    <PlainAction
      {...acting}
      action="resolve"
      words={{ comment: comment.id }}
      label="Resolve"
      about={`the comment by ${comment.actor.name}`}
    />
  )
}
