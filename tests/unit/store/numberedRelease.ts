import {
  type CommitOutcome,
  type Pointer,
  type ReleaseStore,
  type StoreTransaction,
  metadataName,
} from '../../../src/store/index.ts'
import { bytesOf, nameOf, pointerTo } from './textRelease.ts'

/**
 * The objects of a release of so many files, half of which every release has; the others, and the
 * metadata, are its own.
 */
export function numberedObjects(number: number, files: number): ReadonlyMap<string, Buffer> {
  const objects = new Map<string, Buffer>()
  for (let n = 0; n < files; n += 1) {
    const text = n % 2 === 0 ? `The same in each release: ${n}.` : `${n}, as of ${number}.`
    objects.set(nameOf(`us-${String(n % 5)}/claim/${String(n)}.md`, text), bytesOf(text))
  }
  const names = [...objects.keys()]
  objects.set(metadataName('targets', number), bytesOf(JSON.stringify({ number, names })))
  return objects
}

/** The release's pointer: the number and all the names. */
export function numberedPointer(number: number, files: number): Buffer {
  return pointerTo([...numberedObjects(number, files).keys()], String(number))
}

/** The number of the release a pointer names, 0 for none. */
export function numberOf(pointer: Pointer | null): number {
  if (pointer === null) return 0
  return Number((JSON.parse(Buffer.from(pointer.bytes).toString()) as { remark: string }).remark)
}

export async function commitNumbered(
  store: ReleaseStore,
  number: number,
  files: number,
  base?: Pointer | null,
): Promise<{ readonly outcome: CommitOutcome; readonly healed: StoreTransaction['healed'] }> {
  const expected = base === undefined ? await store.pointer() : base
  const transaction = await store.begin()
  const objects = [...numberedObjects(number, files)]
  const putting = objects.map(([name, body]) => transaction.put(name, body))
  const puts = await Promise.all(putting).catch(async (error: unknown) => {
    await Promise.allSettled(putting)
    await transaction.abort()
    throw error
  })
  // As a publisher has to: a number somebody else used with other bytes is lost.
  if (puts.includes('taken')) {
    await transaction.abort()
    return { outcome: { ok: false, reason: 'conflict' }, healed: transaction.healed }
  }
  const outcome = await transaction.commit(numberedPointer(number, files), expected)
  return { outcome, healed: transaction.healed }
}
