// Commits releases until it is killed or has made COUNT, printing each number: FOLDER COUNT
import { writeSync } from 'node:fs'
import { fileStore } from '../../../../src/store/index.ts'
import { numberedRelease } from '../numberedRelease.ts'

const [folder = '', count = '1'] = process.argv.slice(2)
const store = fileStore(folder)
for (let made = 0; made < Number(count);) {
  const pointer = await store.current()
  const outcome = await store.commit(numberedRelease(pointer?.release ?? 0))
  if (!outcome.ok) continue
  made += 1
  writeSync(1, `${String(outcome.release)}\n`)
}
