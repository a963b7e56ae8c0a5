'use client'

import { PasswordField, useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { ReactNode } from 'react'

const name = 'currentPassword'
const field = { name, label: 'Present password' }

/** Nothing needs it until something is changed that does; the server says so then. */
const always = () => true as const

/** On one's own account: the password that a new password or a new address asks for. */
export function CurrentPassword(): ReactNode {
  const { user } = useAuth()
  const { id } = useDocumentInfo()
  if (user?.id !== id) return null
  return (
    <div>
      <PasswordField autoComplete="current-password" field={field} path={name} validate={always} />
      <p className="field-description">
        To set a new password or another address, enter the present password here as well.
      </p>
    </div>
  )
}
