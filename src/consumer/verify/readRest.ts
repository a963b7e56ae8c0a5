import { eachConcurrently } from '../../store/index.ts'
import { itemForm } from '../feedPaths.ts'
import type { ChannelLists } from './readChannel.ts'
import { readMarkdownItem } from './readItem.ts'
import type { ReleaseReader } from './releaseReader.ts'

const readAtOnce = 8

/** Reads what no list led to, and reports items that hide there. */
export async function readRest(
  channels: readonly ChannelLists[],
  reader: ReleaseReader,
): Promise<void> {
  const indexes = new Map(channels.map(({ channel }) => [channel.key, channel.indexPath]))
  const rest = [...reader.source.files.keys()].filter((path) => !reader.hasRead(path))
  await eachConcurrently(rest, readAtOnce, async (path) => {
    const index = indexes.get(path.slice(0, path.indexOf('/')))
    // Of a channel whose index was not there to be read, nobody can say what it lists.
    if (index !== undefined && reader.skip(path, index)) return
    if (itemForm(path) !== null) {
      const message = index === undefined ? 'No index lists it.' : `${index} does not list it.`
      reader.ledger.report(path, 'not-listed', message)
    }
    if (path.endsWith('.md')) await readMarkdownItem(path, reader)
    else if (path.endsWith('.json')) await reader.json(path)
    else await reader.bytes(path)
    reader.links.forget(path)
  })
}
