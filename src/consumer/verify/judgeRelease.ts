import { indexPath } from '../feedPaths.ts'
import { type Json, parsedJson, recordOf } from '../unknownJson.ts'
import { judgePast, type Past } from './judgePast.ts'
import { readChannel } from './readChannel.ts'
import { readIndex } from './readIndex.ts'
import { readItems } from './readItems.ts'
import { readFeeds } from './readFeeds.ts'
import { readRest } from './readRest.ts'
import type { ReleaseLedger } from './releaseLedger.ts'
import { ReleaseReader } from './releaseReader.ts'
import type { ReleaseSource } from './releaseSource.ts'

export interface ReleaseProgress {
  /** Files read, of those there are. */
  readonly onFile: (done: number, known: number) => void
  /** An earlier release that is being looked at. */
  readonly onPast: (release: number) => void
}

export interface Judgement {
  /** Null where there is nothing to look back into. */
  readonly past: Past | null
  /** Tombstones, by each path at which something stood that was withdrawn. */
  readonly withdrawn: ReadonlyMap<string, Json>
}

/** Reads every file of a release and holds it against all that is said of it. */
export async function judgeRelease(
  source: ReleaseSource,
  ledger: ReleaseLedger,
  { onFile = () => undefined, onPast = () => undefined }: Partial<ReleaseProgress> = {},
): Promise<Judgement> {
  const reader = new ReleaseReader(source, ledger, onFile)
  const channels = []
  for (const named of await readIndex(reader)) channels.push(await readChannel(named, reader))
  await readItems(channels, reader)
  await readFeeds(channels, reader)
  await readRest(channels, reader)
  const withdrawn = new Map(channels.flatMap((channel) => [...channel.withdrawn]))
  reader.links.judge(withdrawn)
  const { archive, mark } = source
  if (archive === null) return { past: null, withdrawn }
  const index = recordOf(parsedJson((await reader.bytes(indexPath)) ?? Buffer.of()))
  return { past: await judgePast({ mark, index }, channels, archive, reader, onPast), withdrawn }
}
