import sharp from 'sharp'
import { expect } from 'vitest'
import { prepare } from '../../../src/start/index.ts'
import type { Desk } from './desk.ts'
import { approve, openDesk } from './desk.ts'
import { documentOf, review } from './newsroom.ts'

/** A program with the demo content, and people in the middle of their work on top of it. */
export async function busyNewsroom(): Promise<Desk> {
  await prepare({ say: () => undefined, progress: () => undefined })
  const desk = await openDesk()
  const { people, citegate } = desk
  const { editor, reviewer, otherEditor } = people

  // A draft beside the live text, a withdrawal, a schedule, a comment, something sent back.
  const live = await desk.liveClaim()
  documentOf(await editor.patch(`/claims/${live.id}?draft=true`, { outcome: 'Another outcome.' }))
  const gone = await desk.liveClaim()
  await expectDone(
    review(editor, 'claims', gone.id, 'withdraw', { kind: 'evidence', reason: 'Wrong.' }),
  )
  const waiting = await desk.approvedClaim()
  const publishAt = new Date(Date.now() + 3_600_000).toISOString()
  await expectDone(review(editor, 'claims', waiting.id, 'schedule', { publishAt }))
  const back = await desk.newClaim()
  await expectDone(review(editor, 'claims', back.id, 'submit'))
  await expectDone(review(reviewer, 'claims', back.id, 'request-changes', { reason: 'Unclear.' }))
  const asked = await desk.newClaim()
  await expectDone(
    review(otherEditor, 'claims', asked.id, 'comment', { text: 'Is that so?', place: 'statement' }),
  )

  await pageWithImage(desk)
  await citegate.payload.create({
    collection: 'payload-preferences',
    data: {
      key: 'collection-claims',
      user: { relationTo: 'users', value: editor.user.id },
      value: { limit: 50 },
    },
    overrideAccess: false,
    user: editor.user,
  })
  return desk
}

async function expectDone(answering: ReturnType<typeof review>): Promise<void> {
  const answer = await answering
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

/** An article that shows an image and refers to a therapy and a claim, live, with a draft beside it. */
async function pageWithImage({ citegate, people, liveClaim }: Desk): Promise<void> {
  const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#08f' } })
    .png()
    .toBuffer()
  const image = await citegate.payload.create({
    collection: 'media',
    data: { alt: 'A blue square.' },
    file: { data: bytes, mimetype: 'image/png', name: 'square.png', size: bytes.length },
    overrideAccess: false,
    user: people.editor.user,
  })
  const claim = await liveClaim({ claimKind: 'harm', direction: 'against' })
  const channels = await citegate.payload.find({ collection: 'channels', limit: 1 })
  const page = documentOf(
    await people.editor.post('/articles?draft=true', {
      key: 'a-page-with-an-image',
      title: 'A page with an image',
      summary: 'It shows a square.',
      channels: channels.docs.map(({ id }) => id),
      sections: [
        {
          heading: 'A square',
          aspect: 'OverviewHealthAspect',
          body: imageAndClaim(image.id, claim.id),
        },
      ],
    }),
  )
  await approve(people, 'articles', page.id)
  await expectDone(review(people.editor, 'articles', page.id, 'publish'))
  documentOf(
    await people.editor.patch(`/articles/${page.id}?draft=true`, { summary: 'It shows a shape.' }),
  )
}

function imageAndClaim(image: string, claim: string): object {
  const block = { version: 1, direction: null, format: '', indent: 0 }
  return {
    root: {
      ...block,
      type: 'root',
      children: [
        {
          type: 'upload',
          version: 3,
          relationTo: 'media',
          value: image,
          fields: {},
          id: 'a'.repeat(24),
          format: '',
        },
        {
          ...block,
          type: 'paragraph',
          textFormat: 0,
          textStyle: '',
          children: [
            {
              type: 'inlineBlock',
              version: 1,
              fields: { id: 'b'.repeat(24), blockType: 'claim', blockName: '', claim },
            },
          ],
        },
      ],
    },
  }
}
