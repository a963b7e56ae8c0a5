import { describe, expect, it } from 'vitest'
import { inTurn } from '../../../src/accounts/inTurn.ts'
import { UnknownAddresses, lockMinutes, triesBeforeLock } from '../../../src/accounts/lockout.ts'

const lockMs = lockMinutes * 60_000

describe('an address that nobody has', () => {
  it('locks after as many tries as an account, for as long', () => {
    const addresses = new UnknownAddresses()
    for (let each = 1; each < triesBeforeLock; each++) addresses.count('a@example.org', 1000)
    expect(addresses.lockedFor('a@example.org', 1000)).toBe(0)
    addresses.count('a@example.org', 1000)
    expect(addresses.lockedFor('a@example.org', 1000)).toBe(lockMs)
    expect(addresses.lockedFor('b@example.org', 1000)).toBe(0)
    expect(addresses.lockedFor('a@example.org', 1000 + lockMs)).toBe(0)
  })

  it('begins to count anew once the lock is over', () => {
    const addresses = new UnknownAddresses()
    for (let each = 0; each < triesBeforeLock; each++) addresses.count('a@example.org', 0)
    addresses.count('a@example.org', lockMs)
    expect(addresses.lockedFor('a@example.org', lockMs)).toBe(0)
  })

  it('takes no more memory than it may', () => {
    const addresses = new UnknownAddresses(100)
    for (let each = 0; each < 1000; each++) {
      for (let time = 0; time < triesBeforeLock; time++) addresses.count(`${each}@example.org`, 0)
    }
    expect(addresses.lockedFor('899@example.org', 0)).toBe(0)
    expect(addresses.lockedFor('999@example.org', 0)).toBe(lockMs)
  })
})

describe('what concerns one account', () => {
  it('is done one after the other, in the order of asking, whatever becomes of it', async () => {
    const done: string[] = []
    const work = (name: string, fails: boolean) => async () => {
      done.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 2))
      done.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
    const results = await Promise.allSettled([
      inTurn('a', work('first', true)),
      inTurn('a', work('second', false)),
      inTurn('a', work('third', false)),
    ])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(done).toEqual(
      ['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]),
    )
  })

  it('does not hold up another', async () => {
    let release = (): void => undefined
    const held = inTurn('a', () => new Promise<void>((resolve) => (release = resolve)))
    expect(await inTurn('b', () => Promise.resolve('free'))).toBe('free')
    release()
    await held
  })
})
