import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { eachConcurrently } from '../eachConcurrently.ts'
import { targetOf } from '../objectName.ts'
import { putsInto, transactionOver } from '../puts.ts'
import { type PutOutcome, type StoreTransaction, conflict } from '../releaseStore.ts'
import { type StagedObject, commitToFolder } from './commitToFolder.ts'
import { type FileLock, takeFileLock, withFileLock } from './fileLock.ts'
import { type FolderLayout, type StagingLayout, stagingLayout } from './folderLayout.ts'
import { bothHealed, healFolder } from './healFolder.ts'
import { folderPointer, readFolderPointer } from './readFolderPointer.ts'
import { readIfThere, sizeIfThere } from './readIfThere.ts'
import { withCause } from './withCause.ts'

const statsAtOnce = 16

/** Begins a transaction; the caller need not hold the lock, but nobody else may. */
export async function beginInFolder(
  layout: FolderLayout,
  lockWaitMs: number,
): Promise<StoreTransaction> {
  await mkdir(layout.root, { recursive: true })
  return withFileLock(layout.lock, lockWaitMs, async () => {
    const healed = await healFolder(layout)
    const staging = stagingLayout(layout, randomUUID())
    await mkdir(staging.folder, { recursive: true })
    const life = await takeFileLock(staging.lock)
    if (life === null) throw new Error(`${staging.lock} is held by somebody else.`)
    return folderTransaction(layout, staging, life, healed, lockWaitMs)
  })
}

function folderTransaction(
  layout: FolderLayout,
  staging: StagingLayout,
  life: FileLock,
  healedBefore: StoreTransaction['healed'],
  lockWaitMs: number,
): StoreTransaction {
  let healed = healedBefore
  const staged: StagedObject[] = []
  /** By name, with the length they have to have. */
  const held = new Map<string, number>()

  const add = async (name: string, body: Uint8Array): Promise<PutOutcome> => {
    const file = layout.object(name)
    const there = await sizeIfThere(file)
    if (there === body.byteLength && (await readIfThere(file))?.equals(body) === true) {
      held.set(name, body.byteLength)
      return 'held'
    }
    if (there !== null && targetOf(name) === undefined) return 'taken'
    const number = staged.length
    staged.push({ name, number, isRepair: there !== null })
    await writeFile(staging.object(number), body)
    return 'new'
  }
  const puts = putsInto(layout.root, (name, body) => withCause(layout.root, () => add(name, body)))

  /**
   * Whether all is as it was when it was put. A collection may have removed what was held since, or
   * the healing of a dead publisher: whoever removes holds the lock, so after this look nobody does.
   */
  const isUndisturbed = async (): Promise<boolean> => {
    let isSo = true
    await eachConcurrently(held, statsAtOnce, async ([name, bytes]) => {
      if ((await sizeIfThere(layout.object(name))) !== bytes) isSo = false
    })
    await eachConcurrently(staged, statsAtOnce, async ({ name, isRepair }) => {
      if (!isRepair && (await sizeIfThere(layout.object(name))) !== null) isSo = false
    })
    return isSo
  }

  const discard = () => rm(staging.folder, { recursive: true, force: true })

  return {
    get healed() {
      return healed
    },
    put: puts.put,
    commit: async (pointer, expected) => {
      if (!puts.end()) throw transactionOver(layout.root)
      try {
        puts.refuseUnfinished()
        return await withCause(layout.root, () =>
          withFileLock(layout.lock, lockWaitMs, async () => {
            healed = bothHealed(healed, await healFolder(layout))
            const current = await readFolderPointer(layout)
            if (current?.tag !== expected?.tag || !(await isUndisturbed())) {
              await discard()
              return conflict
            }
            await commitToFolder(layout, staging, staged, pointer)
            const committed = folderPointer(pointer)
            return { ok: true, written: staged.length, pointer: committed }
          }),
        )
      } finally {
        // From here on whoever heals finds it dead.
        life.release()
      }
    },
    abort: async () => {
      if (!puts.end()) return
      await discard().finally(() => {
        life.release()
      })
    },
  }
}
