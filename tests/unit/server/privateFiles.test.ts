import { describe, expect, it } from 'vitest'
import { guardsOf, satisfies } from '../../../src/server/privateFiles.ts'

const media = (...paths: string[]) => new Set(paths)
const channels = [
  { key: 'us-en', isPrivate: false, media: media('media/a.png', 'media/both.png') },
  { key: 'partner', isPrivate: true, media: media('media/p.png', 'media/both.png') },
  { key: 'clinic', isPrivate: true, media: media('media/p.png', 'media/c.png') },
]
const guardOf = guardsOf(channels)

describe('a file', () => {
  it.each([
    ['index.json', undefined],
    ['llms.txt', undefined],
    ['schema/index.json', undefined],
    ['metadata/1.targets.json', undefined],
    ['us-en/index.json', undefined],
    ['partner-of-others/index.json', undefined],
    ['media/a.png', undefined],
    ['media/both.png', undefined],
    ['partner/index.json', { channels: ['partner'], wants: 'one' }],
    ['partner/therapies/x.md', { channels: ['partner'], wants: 'one' }],
    ['partner/nothing', { channels: ['partner'], wants: 'one' }],
    ['partner/', { channels: ['partner'], wants: 'one' }],
    ['media/c.png', { channels: ['clinic'], wants: 'one' }],
    ['media/p.png', { channels: ['partner', 'clinic'], wants: 'one' }],
    ['media/gone.png', { channels: ['partner', 'clinic'], wants: 'all' }],
  ])('at %s wants %j', (path, guard) => {
    expect(guardOf(path)).toEqual(guard)
  })

  it('wants nothing where no channel is private', () => {
    const open = guardsOf(channels.map((channel) => ({ ...channel, isPrivate: false })))
    expect(['partner/index.json', 'media/gone.png', 'media/p.png'].map(open)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it.each([
    ['one', ['partner'], true],
    ['one', ['us-en'], false],
    ['one', [], false],
    ['all', ['partner'], false],
    ['all', ['clinic', 'partner', 'us-en'], true],
  ] as const)('that wants %s of two is opened by %j: %j', (wants, opened, isOpen) => {
    expect(satisfies({ channels: ['partner', 'clinic'], wants }, opened)).toBe(isOpen)
  })
})
