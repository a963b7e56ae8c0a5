import type { Channel, Claim, Graph } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import { isShownIn } from '../pages/index.ts'
import type { Layer } from './layer.ts'
import type { Fallen } from './pageAsRead.ts'
import { withdrawnAs, withheldAs } from './withholding.ts'

/** A channel, and which claims its readers do not find any more. */
export interface ChannelView {
  readonly channel: Channel
  /** Claims that no channel shows: withdrawn, or failing the gate. */
  readonly fallen: ReadonlyMap<string, Fallen>
  /** Claims that this channel alone, or some, cannot show. */
  readonly keptOut: ReadonlyMap<string, Fallen>
  /** Both. */
  readonly absent: ReadonlyMap<string, Fallen>
}

/** Which of a channel's claims have fallen, by the log and by what the gate says of them now. */
export function viewOf(
  channel: Channel,
  graph: Graph,
  claims: Layer<Claim>,
  now: Date,
): ChannelView {
  const fallen = new Map<string, Fallen>()
  const keptOut = new Map<string, Fallen>()
  for (const [key, { subject, isLive }] of graph.claims) {
    if (subject.language !== channel.language || !isShownIn(subject, channel)) continue
    const log = graph.log.get(subjectName(subject))
    const failures = claims.failed.get(key)
    const here = claims.keptOut.get(key)?.filter((finding) => finding.channel === channel.key) ?? []
    const withdrawn = isLive ? undefined : withdrawnAs(log)
    if (withdrawn !== undefined) fallen.set(key, withdrawn)
    else if (failures !== undefined) fallen.set(key, withheldAs(failures, log, now))
    else if (here.length > 0) keptOut.set(key, withheldAs(here, log, now))
  }
  return { channel, fallen, keptOut, absent: new Map([...fallen, ...keptOut]) }
}
