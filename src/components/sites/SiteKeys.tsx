import { Button, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Refusal } from '../api/index.ts'
import { post, useReading } from '../api/index.ts'
import { instantWords } from '../words/index.ts'
import { NewKey } from './NewKey.tsx'

/** A key as the API shows it: never the key itself, nor its hash. */
interface KeyRecord {
  readonly id: string
  readonly prefix: string
  readonly channels: readonly { readonly key: string }[]
  readonly scopes: readonly string[]
  readonly createdBy: string
  readonly createdAt: string
  readonly expiresAt?: string | null
  readonly revokedAt?: string | null
  readonly lastUsedAt?: string | null
}

/** The keys of a site: which there are, and how one is made and revoked. */
export function SiteKeys({ siteId }: { readonly siteId: string }): ReactNode {
  const { config } = useConfig()
  const api = formatAdminURL({ apiRoute: config.routes.api, path: '/site-keys' })
  const query = new URLSearchParams({ 'where[site][equals]': siteId, depth: '1', limit: '0' })
  const { answer, readAgain } = useReading<{ readonly docs: readonly KeyRecord[] }>(
    `${api}?${query.toString()}`,
  )
  const [refusal, setRefusal] = useState<Refusal>()

  const revoke = async ({ id, prefix }: KeyRecord) => {
    if (!window.confirm(`Revoke ${prefix}…? Whoever uses it is turned away from now on.`)) return
    const revoked = await post(`${api}/${id}/revoke`, {})
    setRefusal(revoked.ok ? undefined : revoked.refusal)
    readAgain()
  }

  return (
    <>
      <h3>Keys</h3>
      {answer?.ok === false ? <p role="alert">{answer.refusal.message}</p> : null}
      {refusal === undefined ? null : <p role="alert">{refusal.message}</p>}
      {answer?.ok === true ? (
        <KeyTable keys={answer.value.docs} onRevoke={(key) => void revoke(key)} />
      ) : null}
      <NewKey api={api} onMade={readAgain} />
    </>
  )
}

function KeyTable({
  keys,
  onRevoke,
}: {
  readonly keys: readonly KeyRecord[]
  readonly onRevoke: (key: KeyRecord) => void
}): ReactNode {
  if (keys.length === 0) return <p>This site has no keys.</p>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Key</th>
          <th scope="col">Opens</th>
          <th scope="col">Made</th>
          <th scope="col">Last used</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">
              <code>{key.prefix}…</code>
            </th>
            <td>
              {key.channels.map((channel) => channel.key).join(', ')} ({key.scopes.join(', ')})
            </td>
            <td>
              {instantWords(key.createdAt)} by {key.createdBy}
            </td>
            <td>{key.lastUsedAt ? instantWords(key.lastUsedAt) : 'never'}</td>
            <td>
              {stateWords(key)}{' '}
              {key.revokedAt ? null : (
                <Button
                  size="small"
                  margin={false}
                  buttonStyle="secondary"
                  onClick={() => {
                    onRevoke(key)
                  }}
                >
                  Revoke
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function stateWords({ revokedAt, expiresAt }: KeyRecord): string {
  if (revokedAt) return `revoked ${instantWords(revokedAt)}`
  return expiresAt ? `expires ${instantWords(expiresAt)}` : 'no end'
}
