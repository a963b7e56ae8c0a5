import { eachConcurrently } from '../../store/index.ts'
import { type Json, recordsOf, textOf } from '../unknownJson.ts'
import { claimDifferences, claimDigest } from './claimAgreement.ts'
import type { ChannelLists, ListedItem } from './readChannel.ts'
import { readItem } from './readItem.ts'
import type { ReleaseReader } from './releaseReader.ts'

const readAtOnce = 8

/**
 * Reads every listed item, claims first: a page has to say of a claim what the claim says of itself,
 * and of a disclaimer what every other item says of it. Of an item that was read only digests are
 * kept.
 */
export async function readItems(
  channels: readonly ChannelLists[],
  reader: ReleaseReader,
): Promise<void> {
  for (const { channel, items } of channels) {
    if (channel.slots === null && items.length > 0) {
      const message = 'It does not say what disclaimers the channel requires.'
      reader.ledger.report(channel.indexPath, 'no-slots', message)
    }
    const known: KnownWords = { claims: new Map(), disclaimers: new Map() }
    const read = async (item: ListedItem): Promise<void> => {
      const found = await readItem(item, reader)
      if (found !== null) {
        if (item.kind === 'claim') known.claims.set(item.key, claimDigest(found.data))
        else await judgeClaims(item, found.data, known, reader)
        judgeDisclaimers(item, found.disclaimers, known, reader)
      }
      reader.links.forget(item.json)
      reader.links.forget(item.markdown)
    }
    const isClaim = ({ kind }: ListedItem): boolean => kind === 'claim'
    await eachConcurrently(items.filter(isClaim), readAtOnce, read)
    const rest = items.filter((item) => !isClaim(item))
    await eachConcurrently(rest, readAtOnce, read)
  }
}

interface KnownWords {
  /** Digest of what each claim of the channel says. */
  readonly claims: Map<string, string>
  /** What each disclaimer says, and the item that it was met in first. */
  readonly disclaimers: Map<string, { readonly words: string; readonly path: string }>
}

async function judgeClaims(
  { json, channel }: ListedItem,
  page: Json,
  { claims }: KnownWords,
  reader: ReleaseReader,
): Promise<void> {
  for (const onPage of recordsOf(page.claims)) {
    const key = textOf(onPage.key) ?? ''
    const digest = claims.get(key)
    if (digest === claimDigest(onPage)) continue
    const path = `${channel.key}/claims/${key}.json`
    if (digest === undefined) {
      // Where the claim itself could not be read, that has been said.
      if (reader.source.files.has(path) && reader.hasRead(path)) continue
      const message = `It states the claim ${key}, which is not live in ${channel.key}.`
      reader.ledger.report(json, 'claim-not-live', message)
      continue
    }
    const names = claimDifferences(onPage, await reader.record(path))
    const message = `What it says of the claim ${key} is not what ${path} says: ${names.join(', ')}.`
    reader.ledger.report(json, 'claim-differs', message)
  }
}

function judgeDisclaimers(
  { json }: ListedItem,
  shown: readonly Json[],
  { disclaimers }: KnownWords,
  { ledger }: ReleaseReader,
): void {
  for (const disclaimer of shown) {
    const key = textOf(disclaimer.key) ?? ''
    const words = JSON.stringify([disclaimer.text, disclaimer.markdown])
    const first = disclaimers.get(key)
    if (first === undefined) disclaimers.set(key, { words, path: json })
    else if (first.words !== words) {
      const message = `The disclaimer ${key} says something else here than in ${first.path}.`
      ledger.report(json, 'disclaimer-differs', message)
    }
  }
}
