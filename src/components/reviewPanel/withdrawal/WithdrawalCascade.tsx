import type { ReactNode } from 'react'
import type { Cascade } from '../../../domain/release/index.ts'
import { useDocumentUrl, useReading } from '../../api/index.ts'
import { CascadeList } from '../cascade/CascadeList.tsx'
import { Consequences } from '../cascade/Consequences.tsx'

/** What goes with the text, as far as it is known by now: a withdrawal waits for nothing. */
export function WithdrawalCascade(): ReactNode {
  const url = useDocumentUrl()
  const { answer } = useReading<Cascade>(url === undefined ? undefined : `${url}/cascade`)
  return (
    <Consequences>
      {answer === undefined ? (
        <p>Reading what goes with it… You need not wait for it.</p>
      ) : answer.ok ? (
        <CascadeList cascade={answer.value} lead="It would withhold as well" />
      ) : (
        <p>
          What goes with it cannot be told now: {answer.refusal.message} You can withdraw it all the
          same; the release works it out.
        </p>
      )}
    </Consequences>
  )
}
