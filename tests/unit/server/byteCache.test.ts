import { describe, expect, it } from 'vitest'
import { ByteCache } from '../../../src/server/byteCache.ts'

const bytes = (length: number) => new Uint8Array(length)
const make = (length: number) => () => Promise.resolve(bytes(length))

describe('a cache of bytes', () => {
  it('drops what was used longest ago when it is full', async () => {
    const cache = new ByteCache(100)
    await cache.load('a', make(40))
    await cache.load('b', make(40))
    cache.get('a')
    await cache.load('c', make(40))
    expect(['a', 'b', 'c'].map((key) => cache.get(key)?.byteLength)).toEqual([40, undefined, 40])
    expect(cache.total).toBe(80)
  })

  it('does not empty itself for what is larger than it', async () => {
    const cache = new ByteCache(100)
    await cache.load('a', make(40))
    expect((await cache.load('huge', make(101))).byteLength).toBe(101)
    expect(cache.get('huge')).toBeUndefined()
    expect(cache.get('a')?.byteLength).toBe(40)
  })

  it('makes once what many ask for at the same time', async () => {
    const cache = new ByteCache(100)
    let made = 0
    const slow = async () => {
      made += 1
      await Promise.resolve()
      return bytes(1)
    }
    await Promise.all(Array.from({ length: 5 }, () => cache.load('a', slow)))
    await cache.load('a', slow)
    expect(made).toBe(1)
  })

  it('tries again after a failure', async () => {
    const cache = new ByteCache(100)
    await expect(cache.load('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect((await cache.load('a', make(3))).byteLength).toBe(3)
  })
})
