import { pullFeed } from '../../../../src/consumer/pull/index.ts'
import { killAtChange } from './killAtChange.ts'

/** Pulls once, and is killed at the n-th change of the file system; with 0, counts them. */
const [source = '', out = '', killAt = '0'] = process.argv.slice(2)
const { count } = await killAtChange(Number(killAt))
const { outcome, release } = await pullFeed(source, out)
console.log(JSON.stringify({ outcome, release, changes: count() }))
