'use client'

import './webhookPanel.css'
import { useFormModified } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { useDocumentUrl } from '../api/index.ts'
import { Secrets } from './Secrets.tsx'
import { SendButton } from './SendButton.tsx'

/** On a webhook: the secrets that sign for it, and trying it out. */
export function WebhookPanel(): ReactNode {
  const url = useDocumentUrl()
  const isModified = useFormModified()
  return (
    <section className="webhook-panel" aria-label="Secrets and trial">
      <h3>Secret</h3>
      {url === undefined ? (
        <p>Save the webhook first. Then make its secret here: without one it is told of nothing.</p>
      ) : (
        <>
          <Secrets url={`${url}/secret`} />
          <h3>Trial</h3>
          {isModified ? <p>Save first: what is tried out is the saved webhook.</p> : null}
          <SendButton url={`${url}/test`} label="Send a test" isDisabled={isModified} />
        </>
      )}
    </section>
  )
}
