// Commits one release and prints how many changes that made on disk: FOLDER NUMBER FILES KILL_AT
import { fileStore } from '../../../../src/store/index.ts'
import { commitNumbered } from '../numberedRelease.ts'
import { killAtWrite } from './killAtWrite.ts'

const [folder = '', number = '0', files = '0', killAt = '0'] = process.argv.slice(2)
const writes = await killAtWrite(Number(killAt))
const committed = await commitNumbered(fileStore(folder), Number(number), Number(files))
console.log(JSON.stringify({ ...committed, writes: writes.count() }))
