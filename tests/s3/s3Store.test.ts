import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fileStore, openStore } from '../../src/store/index.ts'
import { describeReleaseStore } from '../unit/store/releaseStoreContract.ts'
import { temporaryFolder } from '../unit/store/temporaryFolder.ts'
import {
  commitTexts,
  committed,
  missingFrom,
  nameOf,
  namesIn,
  pointerTo,
  putTexts,
  textOf,
} from '../unit/store/textRelease.ts'
import { emptyCorner, endpoint, hasServer, s3Client } from './support/testBucket.ts'

const inAnHour = () => new Date(Date.now() + 3_600_000)
const nothing = () => false

describe.skipIf(!hasServer)('on S3', () => {
  describeReleaseStore('a bucket', async () => {
    const { open } = await emptyCorner()
    return () => open()
  })

  it('opens by its URL, and has the same objects as a folder with the same releases', async () => {
    const { location } = await emptyCorner()
    const bucket = openStore(location, { s3Endpoint: endpoint })
    const folder = fileStore(await temporaryFolder())
    expect(bucket.place).toBe(location)
    for (const store of [bucket, folder]) {
      await commitTexts(store, { 'a.md': 'one', 'us-en/b.md': 'two' })
      await commitTexts(store, { 'a.md': 'three', 'us-en/b.md': 'two' })
    }
    expect(await namesIn(bucket)).toEqual(await namesIn(folder))
    const [inBucket, inFolder] = await Promise.all([bucket.pointer(), folder.pointer()])
    expect(textOf(inBucket?.bytes ?? null)).toBe(textOf(inFolder?.bytes ?? null))
  })

  it('writes a target again whose bytes belie its name', async () => {
    const { object, open } = await emptyCorner()
    await commitTexts(open(), { 'a.md': 'one' })
    const name = nameOf('a.md', 'one')
    await s3Client().send(new PutObjectCommand({ ...object(name), Body: 'eno' }))
    expect(await missingFrom(open())).toEqual([name])
    expect(await commitTexts(open(), { 'a.md': 'one', 'b.md': 'b' })).toMatchObject({ written: 2 })
    expect(await missingFrom(open())).toEqual([])
  })

  it('collects nothing while a publisher is at work, and says conflict', async () => {
    const { open } = await emptyCorner()
    await commitTexts(open(), { 'a.md': 'old' })
    const expected = await committed(commitTexts(open(), { 'a.md': 'new' }))
    const transaction = await open().begin()
    const names = await putTexts(transaction, { 'a.md': 'old' })
    const collection = { isNeeded: nothing, olderThan: inAnHour(), expected }
    expect(await open().collect(collection)).toEqual({ ok: false, reason: 'conflict' })
    expect(await transaction.commit(pointerTo(names), expected)).toMatchObject({ ok: true })
    expect(await missingFrom(open())).toEqual([])
  })

  it('lets a publisher wait for the end of a collection, and says so when it takes too long', async () => {
    const { object, open } = await emptyCorner()
    const sign = object('staging/collection-of-somebody')
    await s3Client().send(new PutObjectCommand({ ...sign, Body: 'collection' }))
    const busy = { code: 'store-busy', message: /collection has been at work.*publish again/ }
    await expect(open({ waitMs: 300 }).begin()).rejects.toMatchObject(busy)
    const patient = commitTexts(open(), { 'a.md': 'one' })
    await delay(500)
    await s3Client().send(new DeleteObjectCommand(sign))
    expect(await patient).toMatchObject({ ok: true })
  })

  it('takes nobody for alive whose lease is over, and says that somebody died', async () => {
    const { object, open } = await emptyCorner()
    const expected = await committed(commitTexts(open(), { 'a.md': 'one' }))
    const sign = object('staging/publisher-that-died')
    await s3Client().send(new PutObjectCommand({ ...sign, Body: 'publisher' }))
    const collection = { isNeeded: () => true, olderThan: inAnHour(), expected }
    expect(await open({ leaseMs: 60_000 }).collect(collection)).toMatchObject({ ok: false })
    await delay(2_500)
    const store = open({ leaseMs: 1_500 })
    expect(await store.collect(collection)).toMatchObject({ ok: true })
    const transaction = await store.begin()
    expect(transaction.healed).toEqual({ removed: 1, wasCommitted: false })
    await transaction.abort()
    const next = await store.begin()
    expect(next.healed).toBeNull()
    await next.abort()
  })

  it('commits and removes nothing once it may have been taken for dead', async () => {
    const { open } = await emptyCorner()
    await commitTexts(open(), { 'a.md': 'old' })
    const expected = await committed(commitTexts(open(), { 'a.md': 'one' }))
    const asleep = open({ leaseMs: 1 })
    expect(await commitTexts(asleep, { 'a.md': 'two' }, expected)).toMatchObject({ ok: false })
    const collection = { isNeeded: nothing, olderThan: inAnHour(), expected }
    expect(await asleep.collect(collection)).toMatchObject({ ok: false })
    expect(await namesIn(open())).toHaveLength(3)
  })

  it('says that there is no such bucket, or no such server, and what to do', async () => {
    const nowhere = openStore('s3://citegate-no-such-bucket', { s3Endpoint: endpoint })
    await expect(nowhere.begin()).rejects.toMatchObject({
      code: 'store-missing',
      message: /no bucket citegate-no-such-bucket.*Create it/,
    })
    await expect(namesIn(nowhere)).rejects.toMatchObject({ code: 'store-missing' })
    const silent = openStore('s3://bucket', { s3Endpoint: 'http://127.0.0.1:1' })
    await expect(silent.pointer()).rejects.toMatchObject({
      code: 'store-unreachable',
      message: /does not serve s3:\/\/bucket \(ECONNREFUSED\)/,
    })
  })
})
