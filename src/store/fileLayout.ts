import { join } from 'node:path'

/** Where things lie in the folder of a file store. */
export interface FileLayout {
  readonly root: string
  readonly pointer: string
  readonly lock: string
  readonly releases: string
  /** Exists only while a commit runs, or after one was cut off. */
  readonly staging: string
  /** Says what the commit under way is about to put in place. */
  readonly journal: string
  readonly manifest: (release: number) => string
  readonly blobFolder: (sha256: string) => string
  readonly blob: (sha256: string) => string
  readonly staged: (name: string) => string
}

/** The layout of a file store: `current.json`, `releases/<n>.json`, `blobs/sha256/ab/<hex>`. */
export function fileLayout(root: string): FileLayout {
  const releases = join(root, 'releases')
  const staging = join(root, 'staging')
  const blobFolder = (sha256: string) => join(root, 'blobs', 'sha256', sha256.slice(0, 2))
  return {
    root,
    pointer: join(root, 'current.json'),
    lock: join(root, 'lock'),
    releases,
    staging,
    journal: join(staging, 'journal.json'),
    manifest: (release) => join(releases, `${String(release)}.json`),
    blobFolder,
    blob: (sha256) => join(blobFolder(sha256), sha256),
    staged: (name) => join(staging, name),
  }
}
