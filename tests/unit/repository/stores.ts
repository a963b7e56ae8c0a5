import { temporaryFolder } from '../store/temporaryFolder.ts'
import {
  fileStore,
  pointerName,
  type Pointer,
  type ReleaseStore,
  type StoreTransaction,
} from '../../../src/store/index.ts'

/** A store in memory. Like a bucket, it shows an object as soon as it is put. */
export interface MemoryStore extends ReleaseStore {
  readonly objects: Map<string, Uint8Array>
}

export function memoryStore(): MemoryStore {
  const objects = new Map<string, Uint8Array>()
  const pointer = (): Pointer | null => {
    const bytes = objects.get(pointerName)
    return bytes === undefined ? null : { bytes, tag: Buffer.from(bytes).toString('latin1') }
  }
  return {
    place: 'memory',
    objects,
    pointer: () => Promise.resolve(pointer()),
    read: (name) => Promise.resolve(objects.get(name) ?? null),
    async *list(prefix) {
      const names = await Promise.resolve([...objects.keys()])
      for (const name of names.filter((each) => each.startsWith(prefix))) {
        yield { name, bytes: objects.get(name)?.byteLength ?? 0, modified: new Date(0) }
      }
    },
    begin: () => Promise.resolve(transaction(objects, pointer)),
    collect: () => Promise.reject(new TypeError('Nothing is collected here.')),
  }
}

function transaction(
  objects: Map<string, Uint8Array>,
  current: () => Pointer | null,
): StoreTransaction {
  let written = 0
  return {
    healed: null,
    put: (name, body) => {
      const before = objects.get(name)
      if (before !== undefined) {
        return Promise.resolve(Buffer.compare(before, body) === 0 ? 'held' : 'taken')
      }
      objects.set(name, body)
      written += 1
      return Promise.resolve('new')
    },
    commit: (bytes, expected) => {
      if (current()?.tag !== expected?.tag) {
        return Promise.resolve({ ok: false, reason: 'conflict' })
      }
      objects.set(pointerName, bytes)
      const tag = Buffer.from(bytes).toString('latin1')
      return Promise.resolve({ ok: true, written, pointer: { bytes, tag } })
    },
    abort: () => Promise.resolve(),
  }
}

export async function folderStore(): Promise<ReleaseStore> {
  return fileStore(await temporaryFolder())
}

/** The same store, and the names that are read of it. */
export function countingReads(store: ReleaseStore): ReleaseStore & { readonly reads: string[] } {
  const reads: string[] = []
  return {
    ...store,
    reads,
    read: (name) => {
      reads.push(name)
      return store.read(name)
    },
  }
}
