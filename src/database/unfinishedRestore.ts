import type mongoose from 'mongoose'
import { DatabaseRefused } from './file/index.ts'

type Db = mongoose.mongo.Db

const mark = { _id: 'unfinished' }
/** What was written before is there for good then, too: a replica set keeps the order. */
const lasting = { writeConcern: { w: 'majority', j: true } } as const
const marks = (db: Db) => db.collection<{ _id: string; since: Date }>('citegate-restore')

/** Marks a MongoDB as being filled: until the mark is gone, nobody takes it for whole. */
export async function beginFilling(db: Db): Promise<void> {
  await marks(db).updateOne(mark, { $set: { since: new Date() } }, { upsert: true, ...lasting })
}

export async function endFilling(db: Db): Promise<void> {
  await marks(db).deleteOne(mark, lasting)
}

export async function isUnfinished(db: Db): Promise<boolean> {
  return (await marks(db).findOne(mark)) !== null
}

/** @throws DatabaseRefused when a restore was killed on its way */
export async function refuseUnfinished(db: Db): Promise<void> {
  if (!(await isUnfinished(db))) return
  throw new DatabaseRefused(
    'A restore into this database has not finished, so it holds a part of a backup. Run npm run restore again: it begins anew.',
  )
}
