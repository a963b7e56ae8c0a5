import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type ReleaseStore, openStore, pointerName, s3Store } from '../../../src/store/index.ts'
import { awsLikeServer } from './awsLikeServer.ts'
import { describeReleaseStore } from './releaseStoreContract.ts'
import { commitTexts, missingFrom, nameOf } from './textRelease.ts'

beforeAll(() => {
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
})

const storeAt = (endpoint: string): ReleaseStore =>
  s3Store({ bucket: 'feeds', prefix: 'a/b', endpoint })

const moreThanAPage = 120

describeReleaseStore(
  'a bucket as AWS has them',
  async () => {
    const { endpoint } = await awsLikeServer()
    return () => storeAt(endpoint)
  },
  moreThanAPage,
)

describe('a store in a bucket', () => {
  it('tells a CDN what never changes, and that the pointer does', async () => {
    const { endpoint, headers } = await awsLikeServer()
    await commitTexts(storeAt(endpoint), { 'a.md': 'one' })
    expect(headers.get(`a/b/${nameOf('a.md', 'one')}`)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/markdown; charset=utf-8',
    })
    expect(headers.get(`a/b/${pointerName}`)).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'application/json',
    })
  })

  it.each([409, 503])('asks again where the answer is %s', async (status) => {
    const refused = new Set<string>()
    const refuse = (method: string, key: string) => {
      if (method !== 'PUT' || refused.has(key)) return undefined
      refused.add(key)
      return status
    }
    const store = storeAt((await awsLikeServer({ refuse })).endpoint)
    expect(await commitTexts(store, { 'a.md': 'one' })).toMatchObject({ ok: true, written: 1 })
    expect(await commitTexts(store, { 'a.md': 'two' })).toMatchObject({ ok: true, written: 1 })
    expect(await missingFrom(store)).toEqual([])
    expect([...refused]).toContain(`a/b/${pointerName}`)
  })

  it('gives up a bucket whose service stays away, and says what readers have', async () => {
    const { endpoint } = await awsLikeServer({
      refuse: (method, key) => (method === 'PUT' && key.endsWith(pointerName) ? 503 : undefined),
    })
    await expect(commitTexts(storeAt(endpoint), { 'a.md': 'one' })).rejects.toMatchObject({
      code: 'store-unreachable',
      message: /503 SlowDown.*Readers keep the release before/,
    })
  })

  it('refuses a service that takes conditional writes for plain ones', async () => {
    const { endpoint } = await awsLikeServer({ ignoresConditions: true })
    await expect(storeAt(endpoint).begin()).rejects.toMatchObject({
      code: 'store-refused',
      message: /If-None-Match.*Use a service that honours conditional writes/,
    })
  })

  it('says what a refused key needs', async () => {
    const store = storeAt((await awsLikeServer({ refuse: () => 403 })).endpoint)
    const refused = { code: 'store-refused', message: /403 AccessDenied.*get, put and delete/ }
    await expect(store.begin()).rejects.toMatchObject(refused)
    await expect(store.pointer()).rejects.toMatchObject(refused)
  })

  it.each([
    ['s3://feeds', 's3://feeds'],
    ['s3://feeds/', 's3://feeds'],
    ['s3://feeds/a/b', 's3://feeds/a/b'],
    ['s3://feeds/a/b/', 's3://feeds/a/b'],
  ])('opens by %s', (location, place) => {
    expect(openStore(location).place).toBe(place)
  })

  it.each(['s3://', 's3://F', 's3://feeds//a', 's3://feeds/../a', 's3://feeds/a b', 'gs://feeds'])(
    'says that %s names no store',
    (location) => {
      expect(() => openStore(location)).toThrow(/names no store. Name a folder, or s3:/)
    },
  )
})
