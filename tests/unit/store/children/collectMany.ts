// Removes what the current release does not need, over and over, until it is killed; prints how many
// objects each round removed: LOCATION S3_ENDPOINT
import { writeSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { openStore } from '../../../../src/store/index.ts'
import { namedBy } from '../textRelease.ts'

const [location = '', s3Endpoint] = process.argv.slice(2)
const store = openStore(location, { s3Endpoint })
for (;;) {
  const expected = await store.pointer()
  if (expected !== null) {
    const needed = new Set(namedBy(expected))
    const isNeeded = (name: string) => needed.has(name)
    // Not even a second old is too young: nothing but the store protects what is under way.
    const olderThan = new Date(Date.now() + 60_000)
    const outcome = await store.collect({ isNeeded, olderThan, expected })
    if (outcome.ok) writeSync(1, `${String(outcome.removed)}\n`)
  }
  await delay(2)
}
