import type { FeedFile, LongFile } from '../feeds/index.ts'
import { indexPath, isChangesPath } from '../feeds/index.ts'
import type { OpenedRelease, ReleaseDraft, TargetEntry } from '../repository/index.ts'
import { sha256Hex } from '../store/index.ts'

/** How a release differs from the one before, in files; those that name the release do not count. */
export interface FileCounts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** Puts files into a release that follows another: what it holds already is not written again. */
export class ReleaseFiles {
  readonly #base: OpenedRelease | null
  readonly #draft: ReleaseDraft
  /** What became of each path in this release; the last word counts. */
  readonly #became = new Map<string, keyof FileCounts>()

  constructor(base: OpenedRelease | null, draft: ReleaseDraft) {
    this.#base = base
    this.#draft = draft
  }

  async text(file: FeedFile | LongFile): Promise<TargetEntry> {
    const bytes = 'parts' in file ? encodeParts(file.parts) : new TextEncoder().encode(file.body)
    return this.bytes(file.path, bytes)
  }

  async bytes(path: string, body: Uint8Array, sha256 = sha256Hex(body)): Promise<TargetEntry> {
    const before = await this.#base?.find(path)
    if (before?.sha256 === sha256) {
      if (this.#became.delete(path)) await this.#draft.put(path, body)
      return before
    }
    if (isCounted(path)) this.#became.set(path, before === undefined ? 'added' : 'changed')
    return this.#draft.put(path, body)
  }

  /** What the release before has at a path, when it has this digest. */
  async before(path: string, sha256: string): Promise<string | undefined> {
    if ((await this.#base?.find(path))?.sha256 !== sha256) return undefined
    const bytes = await this.#base?.read(path)
    return bytes && new TextDecoder().decode(bytes)
  }

  /** What the release before has at a path and this one has too; undefined when it has nothing. */
  async kept(path: string): Promise<TargetEntry | undefined> {
    return this.#base?.find(path)
  }

  /** An image: named by its digest, so that one that is there is the same. */
  async media(path: string, read: () => Promise<Uint8Array>): Promise<void> {
    if ((await this.#base?.find(path)) === undefined) await this.#draft.put(path, await read())
  }

  /** Takes back what an earlier look put here and a later one does not find any more. */
  takeBack(path: string): void {
    if (this.#became.get(path) !== 'added') return
    this.#became.delete(path)
    this.#draft.remove(path)
  }

  async remove(path: string): Promise<void> {
    const before = await this.#base?.find(path)
    if (before !== undefined && isCounted(path)) this.#became.set(path, 'removed')
    else this.#became.delete(path)
    this.#draft.remove(path)
  }

  counts(): FileCounts {
    const counts = { added: 0, changed: 0, removed: 0 }
    for (const became of this.#became.values()) counts[became] += 1
    return counts
  }
}

/** A part without signs beyond Latin-1 is copied as it is; a text joined of all parts hardly ever. */
function encodeParts(parts: readonly string[]): Uint8Array {
  const bytes = Buffer.allocUnsafe(
    parts.reduce((total, part) => total + Buffer.byteLength(part), 0),
  )
  let end = 0
  for (const part of parts) end += bytes.write(part, end)
  return bytes
}

function isCounted(path: string): boolean {
  return path !== indexPath && !isChangesPath(path) && !path.startsWith('media/')
}
