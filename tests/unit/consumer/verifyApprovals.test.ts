import { describe, expect, it } from 'vitest'
import { ExampleFeed } from './exampleFeed.ts'
import type { ClaimJson, PageJson, StudyJson } from './exampleTypes.ts'
import { at, claimJson, claimMarkdown, codes, pageJson, studyJson, verified } from './verified.ts'

// Everything is signed with the right keys once the damage is done.

const otherHash = `cg1-${'00'.repeat(32)}`

describe('approvals', () => {
  it.each<[string, (claim: ClaimJson, page: PageJson, study: StudyJson) => unknown, string[]]>([
    [
      'nobody approved a claim',
      (claim) => (claim.approvals = []),
      [`${claimJson} not-approved`, `${pageJson} claim-differs`],
    ],
    [
      'a claim has lost its approvals',
      (claim) => (claim.approvals = undefined),
      [`${claimJson} not-approved`, `${pageJson} claim-differs`],
    ],
    ['nobody approved a page', (_, page) => (page.approvals = []), [`${pageJson} not-approved`]],
    [
      'an approval is of another text',
      (_, page) => (at(page.approvals, 0).contentHash = otherHash),
      [`${pageJson} approval-of-other-text`],
    ],
    [
      'an approval does not say of which text',
      (_, page) => (at(page.approvals, 0).contentHash = undefined),
      [`${pageJson} approval-of-other-text`],
    ],
    [
      'one approval of two is of another text',
      (_, page) => page.approvals?.push({ ...at(page.approvals, 0), contentHash: otherHash }),
      [`${pageJson} approval-of-other-text`],
    ],
    [
      'an approval names nobody',
      (_, page) => (at(page.approvals, 0).name = ' '),
      [`${pageJson} bad-approval`, 'us-en/therapies/placebo.md forms-differ'],
    ],
    [
      'an approval has no date',
      (_, page) => (at(page.approvals, 0).at = 'last year'),
      [`${pageJson} bad-approval`],
    ],
    [
      'a study was approved in other words',
      (_, page, study) => (study.approvals = [{ ...at(page.approvals, 0), name: 'Rolf' }]),
      [`${studyJson} approval-of-other-text`, 'us-en/studies/source.md forms-differ'],
    ],
  ])('are missed where %s', async (_, damage, expected) => {
    const feed = new ExampleFeed()
    damage(feed.claim.json, feed.page.json, feed.study.json)
    expect(codes(await verified(feed.publish()))).toEqual(expected)
  })

  it('of a claim are gone with the text they were given to', async () => {
    const feed = new ExampleFeed()
    const { json } = feed.claim
    json.contentHash = otherHash
    const { problems } = await verified(feed.publish())
    expect(problems).toContainEqual({
      path: claimJson,
      code: 'approval-of-other-text',
      message: `The approval by Rita Reviewer is of "cg1-${'ab'.repeat(32)}"; the text that stands here is "${otherHash}".`,
    })
  })

  it('of a study nobody asks for', async () => {
    expect((await verified(new ExampleFeed().publish())).problems).toEqual([])
  })
})

describe('a claim on a page', () => {
  it.each<[string, (claim: PageJson['claims'][number]) => unknown]>([
    ['certainty', (claim) => (claim.certainty = 'high')],
    ['version', (claim) => (claim.version = 2)],
    ['contentHash', (claim) => (claim.contentHash = otherHash)],
    ['approvals', (claim) => claim.approvals?.push({ ...at(claim.approvals, 0), name: 'Rolf' })],
    ['citations', (claim) => claim.citations.pop()],
    ['regulatoryStatus', (claim) => (claim.regulatoryStatus = 'authorised')],
  ])('is not the claim itself when its %s is another', async (name, damage) => {
    const feed = new ExampleFeed()
    damage(at(feed.page.json.claims, 0))
    const { problems } = await verified(feed.publish())
    expect(problems).toContainEqual({
      path: pageJson,
      code: 'claim-differs',
      message: `What it says of the claim less-pain is not what ${claimJson} says: ${name}.`,
    })
  })

  it('has to be live itself', async () => {
    const feed = new ExampleFeed()
    feed.items.delete('claim/less-pain')
    expect(codes(await verified(feed.publish()))).toContain(`${pageJson} claim-not-live`)
  })

  it('is read in the text word for word, in every form', async () => {
    const feed = new ExampleFeed()
    const page = feed.page
    page.markdown = page.markdown.replace('p < 0.05', 'p < 0.5')
    const section = at(page.json.sections, 1)
    section.markdown = section.markdown.replace('[^source]', '')
    expect(codes(await verified(feed.publish()))).toEqual([
      `${pageJson} claim-not-in-text`,
      'us-en/therapies/placebo.md claim-not-in-text',
    ])
    const other = new ExampleFeed()
    const claim = other.claim
    claim.markdown = claim.markdown.replace('0.05).[^source]', '0.5).[^source]')
    expect(codes(await verified(other.publish()))).toEqual([`${claimMarkdown} claim-not-in-text`])
  })

  it('is one of those that its sections name', async () => {
    const feed = new ExampleFeed()
    at(feed.page.json.sections, 1).claims = []
    expect(codes(await verified(feed.publish()))).toEqual([`${pageJson} claims-differ`])
  })
})
