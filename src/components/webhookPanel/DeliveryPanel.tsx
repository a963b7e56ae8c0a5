'use client'

import './webhookPanel.css'
import { useAuth, useField } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import type { ReactNode } from 'react'
import type { DeliveryState } from '../../domain/delivery/index.ts'
import { useDocumentUrl } from '../api/index.ts'
import { SendButton } from './SendButton.tsx'

/** On a delivery: sending it again, for those who may. */
export function DeliveryPanel(): ReactNode {
  const url = useDocumentUrl()
  const { user } = useAuth()
  const { value: state } = useField<DeliveryState>({ path: 'state' })
  const router = useRouter()
  const roles: unknown = user?.['roles']
  const mayResend = Array.isArray(roles) && ['admin', 'editor'].some((role) => roles.includes(role))
  if (url === undefined || !mayResend) return null
  return (
    <section className="webhook-panel" aria-label="Sending it again">
      {state === 'pending' ? (
        <p>It is waiting, and is sent by itself.</p>
      ) : (
        <SendButton
          url={`${url}/resend`}
          label="Send it again"
          onSent={() => {
            router.refresh()
          }}
        />
      )}
    </section>
  )
}
