import type { ReactNode } from 'react'
import type { Approval } from '../../domain/review/index.ts'
import { meaningWords } from '../words/index.ts'
import { PersonName } from './PersonName.tsx'
import type { ReviewView } from './reviewView.ts'

type SignedView = Pick<
  ReviewView,
  'policy' | 'approvals' | 'discounted' | 'missing' | 'authors' | 'renewal'
>

/** Who has signed this text, who still has to, and who cannot. */
export function Signatures({ view }: { readonly view: SignedView }): ReactNode {
  const { policy, approvals, discounted, missing, authors, renewal } = view
  const roles = policy.roles.join(' or ')
  return (
    <section className="review-panel__section">
      <h4>
        Signatures: {approvals.length} of {policy.approvals}
      </h4>
      {approvals.length === 0 ? null : (
        <ul className="review-panel__signatures">
          {approvals.map((approval) => (
            <Signature key={approval.actor.key} approval={approval} />
          ))}
        </ul>
      )}
      {missing === 0 ? null : (
        <p>
          {missing === 1 ? 'One signature is' : `${missing} signatures are`} missing, from{' '}
          {missing === 1 ? `a ${roles}` : `different people with the role ${roles}`} who did not
          write this text.
        </p>
      )}
      {discounted.map(({ approval, because }) => (
        <p key={approval.actor.key}>
          The signature of <PersonName person={approval.actor} /> does not count:{' '}
          {because === 'author' ? 'they wrote a part of this text.' : 'they did not have the role.'}
        </p>
      ))}
      {renewal === undefined ? null : (
        <p>
          The review is due: the text can be signed again. {renewal.approvals.length} of{' '}
          {policy.approvals} new signatures are there.
        </p>
      )}
      {authors.length === 0 || (missing === 0 && renewal === undefined) ? null : (
        <p className="review-panel__hint">
          Had a hand in this text, or in the facts it cites, and cannot sign it:{' '}
          {authors.map((author) => author.name).join(', ')}.
        </p>
      )}
    </section>
  )
}

function Signature({ approval }: { readonly approval: Approval }): ReactNode {
  return (
    <li>
      <PersonName person={approval.actor} />,{' '}
      <time>{approval.at.slice(0, 'YYYY-MM-DD'.length)}</time>
      <br />
      <q>{meaningWords[approval.meaning]}</q>
    </li>
  )
}
