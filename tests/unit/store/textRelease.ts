import {
  type CommitOutcome,
  type HeldObject,
  type Pointer,
  type ReleaseStore,
  type StoreTransaction,
  sha256Hex,
  targetName,
  targetOf,
} from '../../../src/store/index.ts'

export const bytesOf = (text: string): Buffer => Buffer.from(text)
export const textOf = (bytes: Uint8Array | null): string | null =>
  bytes && Buffer.from(bytes).toString()

/** The name that a text has as the target `path`. */
export function nameOf(path: string, text: string): string {
  return targetName(path, sha256Hex(bytesOf(text)))
}

/** A pointer as these tests write it: the names of all the objects that the release needs. */
export function pointerTo(names: readonly string[], remark = ''): Buffer {
  return bytesOf(JSON.stringify({ remark, names: [...names].sort() }))
}

export function namedBy(pointer: Pointer): readonly string[] {
  return (JSON.parse(Buffer.from(pointer.bytes).toString()) as { names: string[] }).names
}

/** Puts texts by their paths and answers their names. */
export async function putTexts(
  transaction: StoreTransaction,
  texts: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const entries = Object.entries(texts)
  await Promise.all(
    entries.map(([path, text]) => transaction.put(nameOf(path, text), bytesOf(text))),
  )
  return entries.map(([path, text]) => nameOf(path, text))
}

/** Commits texts as a release of their own on top of what is there. */
export async function commitTexts(
  store: ReleaseStore,
  texts: Readonly<Record<string, string>>,
  expected?: Pointer | null,
): Promise<CommitOutcome> {
  const base = expected === undefined ? await store.pointer() : expected
  const transaction = await store.begin()
  const names = await putTexts(transaction, texts)
  return transaction.commit(pointerTo(names), base)
}

/** The pointer of a commit that has to succeed. */
export async function committed(outcome: CommitOutcome | Promise<CommitOutcome>): Promise<Pointer> {
  const settled = await outcome
  if (!settled.ok) throw new Error(`The commit was refused: ${settled.reason}.`)
  return settled.pointer
}

/** The names of all that the store holds, sorted. */
export async function namesIn(store: ReleaseStore, prefix = ''): Promise<readonly string[]> {
  return (await objectsIn(store, prefix)).map(({ name }) => name).sort()
}

export async function objectsIn(store: ReleaseStore, prefix = ''): Promise<readonly HeldObject[]> {
  const objects: HeldObject[] = []
  for await (const object of store.list(prefix)) objects.push(object)
  return objects
}

/** Whether these are the bytes of an object: a target's have its digest, metadata is JSON. */
export function isWhole(name: string, bytes: Uint8Array | null): boolean {
  if (bytes === null) return false
  const target = targetOf(name)
  if (target !== undefined) return sha256Hex(bytes) === target.sha256
  try {
    JSON.parse(Buffer.from(bytes).toString())
    return true
  } catch {
    return false
  }
}

/** What the current release names and the store does not hold whole; empty, or a reader meets half. */
export async function missingFrom(store: ReleaseStore): Promise<readonly string[]> {
  const pointer = await store.pointer()
  if (pointer === null) return []
  const missing = await Promise.all(
    namedBy(pointer).map(async (name) => (isWhole(name, await store.read(name)) ? [] : [name])),
  )
  return missing.flat()
}
