// Commits one release and prints how many changes that made on disk: FOLDER EXPECTED KILL_AT
import { fileStore } from '../../../../src/store/index.ts'
import { numberedRelease } from '../numberedRelease.ts'
import { killAtWrite } from './killAtWrite.ts'

const [folder = '', expected = '0', killAt = '0'] = process.argv.slice(2)
const writes = await killAtWrite(Number(killAt))
const outcome = await fileStore(folder).commit(numberedRelease(Number(expected)))
console.log(JSON.stringify({ outcome, writes: writes.count() }))
