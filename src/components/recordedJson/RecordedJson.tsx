'use client'

import './recordedJson.css'
import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import type { ReactNode } from 'react'

/** What the program recorded, to be read: JSON that nobody edits. */
export const RecordedJson: JSONFieldClientComponent = ({ field, path }): ReactNode => {
  const { value } = useField<unknown>({ path })
  const { label, admin } = field
  return (
    <div className="field-type recorded-json">
      <FieldLabel as="span" path={path} {...(label === undefined ? {} : { label })} />
      <pre className="recorded-json__text" aria-label={field.name} role="region" tabIndex={0}>
        {value === undefined || value === null ? '—' : JSON.stringify(value, null, 2)}
      </pre>
      {admin?.description === undefined ? null : (
        <FieldDescription description={admin.description} path={path} />
      )}
    </div>
  )
}
