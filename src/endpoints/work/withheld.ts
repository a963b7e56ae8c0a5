import { openWithholding } from '../../domain/release/index.ts'
import type { WorkList } from '../../domain/work/index.ts'
import type { Release } from '../../payload-types.ts'
import type { Desk } from './openDesk.ts'
import { listed } from './listed.ts'
import { readLog } from './readLog.ts'
import { subjectsIn } from './subjectsIn.ts'

/** Live texts that the last release left out, the last one first, with the reason the log gives. */
export async function withheld(desk: Desk): Promise<Omit<WorkList, 'name'>> {
  const ever = await subjectsIn(desk.req, { action: { equals: 'withhold' } })
  const log = await readLog(desk.req, {
    subject: { in: [...ever] },
    action: { in: ['withhold', 'readmit', 'withdraw', 'delete'] },
  })
  const channels = await withheldChannels(desk)
  const open = [...log].flatMap(([subject, entries]) => {
    const entry = openWithholding(entries)
    if (entry === undefined) return []
    const only = channels.get(subject)
    return [
      {
        subject,
        at: entry.at,
        reason: entry.reason ?? '',
        ...(only === undefined ? {} : { channels: only }),
      },
    ]
  })
  return listed(
    desk,
    open.toSorted((one, other) => (one.at > other.at ? -1 : 1)),
  )
}

/** From which channels only the last release kept a subject; what it kept from all is missing. */
async function withheldChannels({ req }: Desk): Promise<ReadonlyMap<string, readonly string[]>> {
  const { docs } = await req.payload.db.find<Release>({
    collection: 'releases',
    sort: '-number',
    limit: 1,
    pagination: false,
    req,
  })
  const channels = new Map<string, string[]>()
  for (const { subject, channel } of (docs[0]?.withheld ?? []) as unknown as Kept[]) {
    if (channel !== null) channels.set(subject, [...(channels.get(subject) ?? []), channel])
  }
  return channels
}

/** As `recordRelease` writes it down. */
interface Kept {
  readonly subject: string
  readonly channel: string | null
}
