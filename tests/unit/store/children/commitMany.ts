// Commits releases until it is killed or has made COUNT, printing each number: LOCATION COUNT
import { writeSync } from 'node:fs'
import process from 'node:process'
import { openStore } from '../../../../src/store/index.ts'
import { commitNumbered, numberOf } from '../numberedRelease.ts'

const [location = '', count = '1', s3Endpoint] = process.argv.slice(2)
const store = openStore(location, { s3Endpoint })
for (let made = 0; made < Number(count);) {
  const base = await store.pointer()
  const number = numberOf(base) + 1
  const { outcome } = await commitNumbered(store, number, 6, base)
  if (!outcome.ok) continue
  made += 1
  writeSync(1, `${String(number)}\n`)
}
