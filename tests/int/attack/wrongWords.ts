import type { GatedSlug } from '../../../src/projection/index.ts'
import type { Fields, Wrong } from './attack.ts'
import { paragraphs } from './content.ts'
import type { World } from './world.ts'
import { newDraft, newLive, publish, step, writeBeside } from './world.ts'

const once = <T>(make: (world: World) => Promise<T>) => {
  const made = new WeakMap<World, Promise<T>>()
  return (world: World): Promise<T> => {
    const known = made.get(world) ?? make(world)
    made.set(world, known)
    return known
  }
}

const citing = (study: string): Fields => ({ citations: [{ study, stance: 'supports' }] })

function words(
  name: string,
  fields: (world: World) => Fields | Promise<Fields>,
  ...rules: string[]
): Wrong {
  return { name, slug: 'claims', kind: 'words', fields, history: () => Promise.resolve(), rules }
}

/** The same of another collection. */
function wordsOf(slug: GatedSlug, ...rest: Parameters<typeof words>): Wrong {
  return { ...words(...rest), slug }
}

const draftStudy = once((world) => newDraft(world, 'studies'))

const withdrawnStudy = once(async (world) => {
  const study = await newLive(world, 'studies')
  await step(world.people.editor, 'studies', study.id, 'withdraw', {
    reason: 'It was found to be another trial.',
    kind: 'evidence',
  })
  return study
})

/** Once live with other facts; what would be cited now is a draft that no version of the feed had. */
const retractedStudy = once(async (world) => {
  const study = await newLive(world, 'studies')
  await writeBeside(world.people.editor, 'studies', study.id, {
    status: 'retracted',
    noticeDoi: '10.900000/notice',
  })
  await publish(world, 'studies', study.id)
  return study
})

const deletedStudy = once(async (world) => {
  const study = await newDraft(world, 'studies')
  const answer = await world.people.editor.delete(`/studies/${study.id}`)
  if (answer.status !== 200) throw new Error('The study could not be deleted.')
  return study
})

/** An id as the database in use makes them, of nothing it holds. */
const foreignId = ({ ground }: World) =>
  ground.study.replaceAll(/[0-9a-f]/g, (digit) => (digit === '0' ? '1' : '0'))

const numbered = (statement: string) => () => ({ statement })

const lots = 1_000_000

function nested(levels: number): Fields {
  let value: Fields = {}
  for (let level = 0; level < levels; level++) value = { children: [value] }
  return value
}

/** Rich text with one link, as the editor stores it. */
function linkTo(url: string): object {
  const node = { version: 1, direction: null, format: '', indent: 0 }
  const text = { ...node, type: 'text', text: 'Read on', format: 0 }
  const link = { ...node, type: 'link', fields: { linkType: 'custom', url }, children: [text] }
  const paragraph = { ...node, type: 'paragraph', children: [link] }
  return { root: { ...node, type: 'root', children: [paragraph] } }
}

/** What a text of ours must not say. */
export const wrongWords = {
  noCitation: words('no citation', () => ({ citations: [] }), 'claim-has-supporting-citation'),
  onlyContradicted: words(
    'no supporting citation',
    ({ ground }) => ({ citations: [{ study: ground.study, stance: 'contradicts' }] }),
    'claim-has-supporting-citation',
  ),
  citesDraft: words(
    'cites a draft',
    async (world) => citing((await draftStudy(world)).id),
    'cited-study-is-live',
  ),
  citesWithdrawn: words(
    'cites what was live once',
    async (world) => citing((await withdrawnStudy(world)).id),
    'cited-study-is-live',
  ),
  citesTrashed: words('cites what was deleted', async (world) =>
    citing((await deletedStudy(world)).id),
  ),
  citesRetracted: words(
    'cites what was retracted',
    async (world) => citing((await retractedStudy(world)).id),
    'no-retracted-source',
  ),
  citesForeign: words('cites what is in another database', (world) => citing(foreignId(world))),
  anotherCollection: words("cites another collection's id", ({ ground }) => citing(ground.therapy)),
  nul: words('NUL in the statement', numbered('Less pain\u0000 in 2 of 3.'), 'hidden-characters'),
  bidi: words('bidi in the statement', numbered('Less \u202Epain in 2 of 3.'), 'hidden-characters'),
  zeroWidth: words(
    'zero width in the statement',
    numbered('Less pa\u200Bin in 2 of 3.'),
    'hidden-characters',
  ),
  megabyte: words('1 MB of statement', numbered(`${'A'.repeat(lots)}.`)),
  missingDisclaimer: words(
    'missing disclaimer',
    () => ({ claimKind: 'comparison' }),
    'disclaimer-slots-filled',
  ),
  scriptLink: wordsOf('articles', 'a link that runs a script', () => ({
    sections: [
      { heading: 'Overview', aspect: 'OverviewHealthAspect', body: linkTo('javascript:alert(1)') },
    ],
  })),
  incompleteStudy: wordsOf(
    'studies',
    'a study without identifier',
    () => ({ doi: '' }),
    'study-has-identifier',
  ),
  namelessCondition: wordsOf(
    'conditions',
    'a condition with a hidden character',
    () => ({ name: 'Invented pa\u200Bin' }),
    'hidden-characters',
  ),
  emptyDisclaimer: wordsOf(
    'disclaimers',
    'a disclaimer that says nothing',
    () => ({ body: paragraphs('') }),
    'disclaimer-complete',
  ),
  pageWithoutText: wordsOf(
    'therapies',
    'a page that says nothing',
    () => ({ sections: [] }),
    'page-complete',
  ),
} satisfies Record<string, Wrong>

function body(name: string, fields: (world: World) => Fields | Promise<Fields>): Wrong {
  return { ...words(name, fields, 'approved-by-policy'), kind: 'body' }
}

const otherLive = once((world) => newLive(world, 'claims'))

/** What no text can say and a request can. The text beside it is one that nobody signed. */
export const wrongBodies = {
  forgedState: body('forged reviewStatus', () => ({
    reviewStatus: 'approved',
    liveStatus: 'live',
    reviewDue: '2099-01-01T00:00:00.000Z',
    assignedTo: 'rita-reviewer',
    reviewBy: '2099-01-01T00:00:00.000Z',
    openComments: 0,
    publishAt: '2020-01-01T00:00:00.000Z',
  })),
  forgedReviews: body('forged reviews', ({ people }) => ({
    reviews: [{ action: 'approve', actor: people.reviewer.user.id, meaning: 'medically-accurate' }],
    approvals: [{ actor: { key: people.reviewer.user.key }, at: new Date().toISOString() }],
  })),
  forgedEditor: body('forged lastEditedBy', ({ people }) => ({
    lastEditedBy: people.otherEditor.user.id,
    updatedBy: people.otherEditor.user.id,
    createdBy: people.otherEditor.user.id,
    authors: [],
    user: people.reviewer.user.id,
    updatedAt: '2020-01-01T00:00:00.000Z',
    createdAt: '2020-01-01T00:00:00.000Z',
  })),
  forgedHash: body('forged hash', () => ({
    contentHash: `cg1-${'0'.repeat(64)}`,
    hash: '0'.repeat(64),
    previousHash: '0'.repeat(64),
    publishedHash: `cg1-${'0'.repeat(64)}`,
  })),
  forgedKey: body('forged key', async (world) => ({ key: (await otherLive(world)).key })),
  oddKey: body('a key that is none', () => ({ key: '../../Not a key' })),
  forgedId: body('forged id', async (world) => {
    const { id } = await otherLive(world)
    return { id, _id: id, parent: id }
  }),
  oddStatus: body('_status of another shape', () => ({ _status: ['published'] })),
  nested: body('deeply nested body', () => ({ citations: nested(1000), therapy: nested(1000) })),
  polluting: body(
    'prototype-polluting keys',
    () =>
      JSON.parse(
        '{"__proto__":{"polluted":true,"roles":["reviewer"],"_status":"published"},"constructor":{"prototype":{"polluted":true}},"citations":[{"__proto__":{"polluted":true}}]}',
      ) as Fields,
  ),
  megabyteBody: body('1 MB of body', () => ({ unheardOf: 'A'.repeat(lots) })),
} satisfies Record<string, Wrong>
