import { Button, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { Refusal } from '../api/index.ts'
import { post, useReading } from '../api/index.ts'
import { CopyButton } from '../copy/index.ts'

interface Site {
  readonly key: string
  readonly channels: readonly { readonly key: string }[]
}

const scopes = [
  ['read', 'reads the feed'],
  ['receipts', 'sends receipts'],
] as const

/** Makes a key for a site, for some of its channels, and shows it: this once. */
export function NewKey({
  api,
  onMade,
}: {
  readonly api: string
  readonly onMade: () => void
}): ReactNode {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const path = `/sites/${String(id)}` as const
  const url = `${formatAdminURL({ apiRoute: config.routes.api, path })}?depth=1`
  const { answer } = useReading<Site>(url)
  const [left, setLeft] = useState<readonly string[]>([])
  const [day, setDay] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [made, setMade] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const dayId = useId()
  if (answer?.ok !== true) return null
  const { key, channels } = answer.value

  const make = async () => {
    setBusy(true)
    const issued = await post<{ readonly key: string }>(`${api}/issue`, {
      site: key,
      channels: channels.map((channel) => channel.key).filter((each) => !left.includes(each)),
      scopes: scopes.map(([scope]) => scope).filter((each) => !left.includes(each)),
      ...(day === '' ? {} : { expiresAt: `${day}T23:59:59Z` }),
    })
    setBusy(false)
    setMade(issued.ok ? issued.value.key : undefined)
    setRefusal(issued.ok ? undefined : issued.refusal)
    if (issued.ok) onMade()
  }
  const choice = (name: string, words: ReactNode) => (
    <label key={name}>
      <input
        type="checkbox"
        checked={!left.includes(name)}
        onChange={({ target }) => {
          setLeft(target.checked ? left.filter((each) => each !== name) : [...left, name])
        }}
      />{' '}
      {words}
    </label>
  )
  return (
    <div role="group" aria-label="A new key" className="site-panel__new">
      <fieldset>
        <legend>A new key opens</legend>
        {channels.map((channel) => choice(channel.key, channel.key))}
      </fieldset>
      <fieldset>
        <legend>and</legend>
        {scopes.map(([scope, words]) => choice(scope, words))}
      </fieldset>
      <label htmlFor={dayId}>until the end of (empty: without end)</label>
      <input
        id={dayId}
        type="date"
        value={day}
        onChange={({ target }) => {
          setDay(target.value)
        }}
      />
      {refusal === undefined ? null : <p role="alert">{refusal.message}</p>}
      {made === undefined ? null : <MadeKey clear={made} />}
      <Button size="small" margin={false} disabled={isBusy} onClick={() => void make()}>
        {isBusy ? 'One moment…' : 'Make a key'}
      </Button>
    </div>
  )
}

function MadeKey({ clear }: { readonly clear: string }): ReactNode {
  const id = useId()
  return (
    <div role="status" className="site-panel__made">
      <label htmlFor={id}>
        The new key. It is shown this once: copy it now, and give it to the site in a safe way.
      </label>
      <span>
        <input id={id} readOnly value={clear} autoComplete="off" />
        <CopyButton value={clear} />
      </span>
    </div>
  )
}
