import type { MongooseAdapter } from '@payloadcms/db-mongodb'

/** How Citegate's connections are named on the server. */
export const appName = 'citegate'

/** What `$currentOp` tells of a connection, or of a session that is waiting. */
interface Operation {
  readonly type: string
  readonly connectionId?: number
  readonly appName?: string
  readonly lsid?: { readonly id: unknown }
  readonly transaction?: object
}

/**
 * Ends the transactions of processes that are gone. A process that is killed leaves its transaction
 * open on the server for a minute (transactionLifetimeLimitSeconds), and whoever writes what it wrote
 * is refused until then: after a crash, everybody. Only sessions whose connection is closed are ended,
 * so that one that still works is left alone.
 */
export async function endOrphans({
  connection,
}: Pick<MongooseAdapter, 'connection'>): Promise<void> {
  const admin = connection.getClient().db('admin')
  const found = await admin
    .aggregate<Operation>([{ $currentOp: { idleSessions: true, idleConnections: true } }])
    .toArray()
  const connected = new Set(
    found.flatMap(({ type, connectionId }) => (type === 'op' ? connectionId : [])),
  )
  const orphans = found.flatMap(({ type, connectionId, lsid, transaction, ...rest }) =>
    type === 'idleSession' &&
    rest.appName === appName &&
    transaction !== undefined &&
    lsid !== undefined &&
    !connected.has(connectionId)
      ? { id: lsid.id }
      : [],
  )
  if (orphans.length > 0) await admin.command({ killSessions: orphans })
}
