import { execFileSync } from 'node:child_process'
import { mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, describe, expect, it, onTestFinished } from 'vitest'
import { fileStore } from '../../../src/store/index.ts'
import { commitNumbered, numberOf } from './numberedRelease.ts'
import { temporaryFolder } from './temporaryFolder.ts'
import { missingFrom, namesIn } from './textRelease.ts'

const files = 10
const whatToDo = /its disk is full.*Make room there, then publish again/

/** A file system in memory, so small that it is soon full; its mounting takes root's rights. */
async function smallDisk(skip: TestContext['skip']): Promise<string> {
  const folder = join(await temporaryFolder(), 'disk')
  await mkdir(folder)
  try {
    const options = 'size=4m,nr_inodes=600'
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return skip('A small file system could not be mounted here: that takes root on Linux.')
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
  })
  return folder
}

/** Leaves so many blocks free. */
async function fillBlocks(disk: string, free: number): Promise<() => Promise<void>> {
  const { bavail, bsize } = await statfs(disk)
  const ballast = join(disk, 'ballast')
  await writeFile(ballast, Buffer.alloc((bavail - free) * bsize))
  return () => rm(ballast)
}

/** Leaves so many files to be made. */
async function fillInodes(disk: string, free: number): Promise<() => Promise<void>> {
  const ballast = join(disk, 'ballast')
  await mkdir(ballast)
  for (let { ffree } = await statfs(disk); ffree > free; ffree -= 1) {
    await writeFile(join(ballast, String(ffree)), '')
  }
  return () => rm(ballast, { recursive: true })
}

describe('on a full disk', () => {
  it.for([
    ['room', fillBlocks, 18],
    ['files to be made', fillInodes, 24],
  ] as const)(
    'keeps the release before, says what to do, and goes on when there is more: %s',
    async ([, fill, enough], { skip }) => {
      const disk = await smallDisk(skip)
      const folder = join(disk, 'store')
      const store = fileStore(folder)
      await commitNumbered(store, 1, files)
      const outcomes: string[] = []
      for (let free = 0; free <= enough; free += 1) {
        const before = numberOf(await store.pointer())
        const held = await namesIn(store)
        const empty = await fill(disk, free)
        const failure = await commitNumbered(store, before + 1, files).then(
          ({ outcome }) => outcome.ok,
          (error: unknown) => error,
        )
        if (failure !== true) {
          expect(failure, `with ${free}`).toMatchObject({ code: 'store-full', message: whatToDo })
          expect(numberOf(await store.pointer())).toBe(before)
          expect(await namesIn(store)).toEqual(held)
        }
        outcomes.push(failure === true ? 'committed' : 'refused')
        expect(await missingFrom(store)).toEqual([])
        await empty()
        const next = numberOf(await store.pointer()) + 1
        expect(await commitNumbered(store, next, files)).toMatchObject({ outcome: { ok: true } })
        expect(await missingFrom(store)).toEqual([])
        expect(await readdir(folder)).not.toContain('staging')
      }
      expect(outcomes[0]).toBe('refused')
      expect(outcomes.at(-1)).toBe('committed')
      expect(outcomes).toEqual(outcomes.toSorted().toReversed())
    },
  )
})
