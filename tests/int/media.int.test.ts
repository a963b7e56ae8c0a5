import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '../../src/env.ts'
import type { Media } from '../../src/payload-types.ts'
import { publishAndLook } from './support/publishAndLook.ts'
import { openRelease } from '../../src/repository/index.ts'
import { openStore } from '../../src/store/index.ts'
import type { Citegate } from './support/citegate.ts'
import { startCitegate } from './support/citegate.ts'
import type { Newsroom } from './support/newsroom.ts'
import { documentOf, newsroom, publishSigned, refusalOf, usChannel } from './support/newsroom.ts'

let citegate: Citegate
let people: Newsroom
let image: Media
let bytes: Buffer

const upload = (value: string) => ({
  root: {
    type: 'root',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: [
      {
        type: 'upload',
        version: 3,
        relationTo: 'media',
        value,
        fields: {},
        id: 'a'.repeat(24),
        format: '',
      },
    ],
  },
})

beforeAll(async () => {
  citegate = await startCitegate()
  people = await newsroom(citegate)
  bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#08f' } })
    .png()
    .toBuffer()
  image = await citegate.payload.create({
    collection: 'media',
    data: { alt: 'A blue square.' },
    file: { data: bytes, mimetype: 'image/png', name: 'square.png', size: bytes.length },
    overrideAccess: false,
    user: people.editor.user,
  })
})

afterAll(() => citegate.stop())

describe('an image', () => {
  it('is named by the digest of its bytes, whatever the body says', () => {
    expect(image.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('goes out with the page that shows it, under a name that never changes its meaning', async () => {
    const channel = await usChannel(people.admin)
    const page = documentOf(
      await people.editor.post('/articles?draft=true', {
        key: 'a-page-with-an-image',
        title: 'A page with an image',
        summary: 'It shows a square.',
        channels: [channel.id],
        sections: [{ heading: 'A square', aspect: 'OverviewHealthAspect', body: upload(image.id) }],
      }),
    )
    await publishSigned(people, 'articles', page.id)
    await publishAndLook(citegate.payload)
    const release = await openRelease(openStore(env.storeLocation, env))
    const name = `media/${String(image.sha256)}.png`
    expect(await release?.find(name)).toMatchObject({ sha256: image.sha256 })
    const bytes = await release?.read('us-en/articles/a-page-with-an-image.md')
    const text = Buffer.from(bytes ?? []).toString()
    expect(text).toContain(`![A blue square.](https://feeds.example.org/feeds/v1/${name})`)
  })

  it('is not deleted while a text shows it', async () => {
    const answer = await people.editor.delete(`/media/${image.id}`)
    expect([answer.status, refusalOf(answer).code]).toEqual([409, 'in-use'])
    expect(refusalOf(answer).message).toContain('articles/a-page-with-an-image')
  })

  it('needs an alternative text, and cannot be an SVG', async () => {
    const file = { data: bytes, mimetype: 'image/png', name: 'other.png', size: bytes.length }
    const user = people.editor.user
    await expect(
      citegate.payload.create({
        collection: 'media',
        data: { alt: '' },
        file,
        user,
        overrideAccess: false,
      }),
    ).rejects.toThrow(/Alternative text/)
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    )
    await expect(
      citegate.payload.create({
        collection: 'media',
        data: { alt: 'x' },
        file: { data: svg, mimetype: 'image/svg+xml', name: 'x.svg', size: svg.length },
        user,
        overrideAccess: false,
      }),
    ).rejects.toThrow()
  })

  it('keeps its file; a new one is a new image', async () => {
    const other = await sharp(bytes).negate().png().toBuffer()
    await expect(
      citegate.payload.update({
        collection: 'media',
        id: image.id,
        data: {},
        file: { data: other, mimetype: 'image/png', name: 'square.png', size: other.length },
        user: people.editor.user,
        overrideAccess: false,
      }),
    ).rejects.toThrow(/fixed/)
  })

  it('keeps the alternative text that a page was signed with', async () => {
    const answer = await people.editor.patch(`/media/${image.id}`, { alt: 'Something else.' })
    expect([answer.status, refusalOf(answer).code]).toEqual([409, 'in-use'])
    expect(refusalOf(answer).message).toContain('articles/a-page-with-an-image')
    const same = await people.editor.patch(`/media/${image.id}`, { alt: 'A blue square.' })
    expect(same.status).toBe(200)
  })
})
