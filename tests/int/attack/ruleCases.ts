import { registry } from '../../../src/domain/rules/index.ts'
import { markdownToLexical } from '../../../src/intake/richText/index.ts'
import type { GatedSlug } from '../../../src/projection/index.ts'
import type { Media } from '../../../src/payload-types.ts'
import type { Fields } from './attack.ts'
import { goodContent } from './content.ts'
import { png } from './throughSideDoors.ts'
import type { World } from './world.ts'
import { forgeSignature, hashOf, publish, saveDraft, sign, step } from './world.ts'
import { daysAgo } from './wrongHistories.ts'

/** A document that one rule has something against, and no other. */
export interface RuleCase {
  readonly slug: GatedSlug
  /** Makes it, with all the signatures it needs, and answers with its id. */
  readonly make: (world: World) => Promise<string>
  /**
   * Set where no route lets such a text in, or the rule only warns: its finding is asked for. Else a
   * publication is attempted.
   */
  readonly isOnlyRead?: true
}

/** Runs work as before there was the rule: texts are older than rules. */
export async function withoutRule<T>(id: string, work: () => Promise<T>): Promise<T> {
  const rules = registry as (typeof registry)[number][]
  const at = rules.findIndex((rule) => rule.id === id)
  const [rule] = rules.splice(at, 1)
  try {
    return await work()
  } finally {
    if (rule !== undefined) rules.splice(at, 0, rule)
  }
}

type Saved = Awaited<ReturnType<typeof saveDraft>>

function draft(world: World, slug: GatedSlug, fields: Fields = {}): Promise<Saved> {
  const whole = { ...goodContent(slug, world.ground), ...fields }
  return saveDraft(world.people.editor, slug, whole)
}

async function live(world: World, slug: GatedSlug, fields: Fields = {}): Promise<Saved> {
  const saved = await draft(world, slug, fields)
  await sign(world, slug, saved.id)
  await publish(world, slug, saved.id)
  return saved
}

/** Of words that the rule is against. */
function words(
  rule: string,
  slug: GatedSlug,
  fields: (world: World) => Fields | Promise<Fields>,
): Readonly<Record<string, RuleCase>> {
  const make = async (world: World) => {
    const { id } = await draft(world, slug, await fields(world))
    await withoutRule(rule, async () => {
      await sign(world, slug, id)
      // A benefit of little certainty wants a second signature.
      if ((await missing(world, slug, id)) > 0) {
        await step(world.people.secondReviewer, slug, id, 'approve')
      }
    })
    return id
  }
  return { [rule]: { slug, make } }
}

async function missing({ people }: World, slug: GatedSlug, id: string): Promise<number> {
  const { body } = await people.editor.get(`/${slug}/${id}/review`)
  return Number(body['missing'])
}

/** Of good words, with which something was done. */
function doings(
  rule: string,
  work: (world: World, saved: Saved) => Promise<unknown>,
): Readonly<Record<string, RuleCase>> {
  const make = async (world: World) => {
    const saved = await draft(world, 'claims')
    await work(world, saved)
    return saved.id
  }
  return { [rule]: { slug: 'claims', make } }
}

function onlyRead(cases: Readonly<Record<string, RuleCase>>): Readonly<Record<string, RuleCase>> {
  return Object.fromEntries(
    Object.entries(cases).map(([rule, each]) => [rule, { ...each, isOnlyRead: true }]),
  )
}

const supports = (study: string) => ({ study, stance: 'supports' })

async function citing(world: World, fields: Fields): Promise<Fields> {
  const study = await live(world, 'studies', fields)
  return { citations: [supports(study.id)] }
}

/** A section with these words; `{{key}}` is where the claim stands. */
function section(markdown: string, claim?: Saved): Fields {
  const body = markdownToLexical(markdown.replaceAll('{{}}', `{{${claim?.key ?? ''}}}`), {
    claimId: () => claim?.id,
  })
  return { sections: [{ heading: 'Overview', aspect: 'OverviewHealthAspect', body }] }
}

/** A claim that promises nothing and warns of nothing. */
const neutral = { claimKind: 'mechanism', direction: 'unclear', certainty: null }

/** A document whose texts are lost: what refers to it refers to nothing that can be read. */
async function lose({ payload }: World, slug: GatedSlug, { id }: Saved): Promise<void> {
  await payload.db.deleteVersions({ collection: slug, where: { parent: { equals: id } } })
}

async function imageSaying(world: World, alt: string): Promise<Media> {
  return world.payload.create({
    collection: 'media',
    data: { alt },
    file: { data: png, mimetype: 'image/png', name: 'dot.png', size: png.length },
    overrideAccess: false,
    user: world.people.editor.user,
  })
}

function picture(value: string): Fields {
  const node = { version: 1, direction: null, format: '', indent: 0 }
  const upload = {
    ...node,
    type: 'upload',
    relationTo: 'media',
    value,
    fields: {},
    id: 'a'.repeat(24),
  }
  const root = { ...node, type: 'root', children: [upload] }
  return { sections: [{ heading: 'Overview', aspect: 'OverviewHealthAspect', body: { root } }] }
}

/** One case for each rule of the registry; a test sees to that. */
export const ruleCases: Readonly<Record<string, RuleCase>> = {
  // Sources
  ...words('study-complete', 'studies', () => ({ authors: [] })),
  ...words('study-has-identifier', 'studies', () => ({ doi: '' })),
  ...words('study-identifiers-valid', 'studies', () => ({ pmid: 'PubMed' })),

  // Claims
  ...words('claim-statement-is-sentence', 'claims', () => ({ statement: 'Less pain in two' })),
  ...words('claim-names-known-therapy', 'claims', () => ({ therapy: null })),
  ...words('claim-has-supporting-citation', 'claims', ({ ground }) => ({
    ...neutral,
    citations: [{ study: ground.study, stance: 'background' }],
  })),
  ...words('cited-study-exists', 'claims', ({ ground }) => ({
    citations: [supports(ground.study), { stance: 'background' }],
  })),
  ...words('cited-study-has-identifier', 'claims', (world) =>
    withoutRule('study-has-identifier', () => citing(world, { doi: '' })),
  ),
  ...words('cited-study-is-live', 'claims', async (world) => ({
    citations: [
      supports(world.ground.study),
      { study: (await draft(world, 'studies')).id, stance: 'background' },
    ],
  })),
  ...words('no-retracted-source', 'claims', async (world) => ({
    citations: [
      supports(world.ground.study),
      { study: (await live(world, 'studies', { status: 'retracted' })).id, stance: 'background' },
    ],
  })),
  ...onlyRead(
    words('source-under-notice', 'claims', (world) => citing(world, { status: 'concern' })),
  ),
  ...words('benefit-not-preclinical-only', 'claims', async (world) => ({
    ...(await citing(world, { design: 'animal' })),
    certainty: 'very-low',
  })),
  ...words('certainty-stated', 'claims', () => ({ certainty: null, certaintyReason: null })),
  ...onlyRead(
    words('harm-certainty-stated', 'claims', () => ({
      claimKind: 'harm',
      direction: 'against',
      certainty: null,
    })),
  ),
  ...words('certainty-within-designs', 'claims', (world) =>
    citing(world, { design: 'case-series' }),
  ),
  ...words('regulatory-claim-complete', 'claims', () => ({ jurisdiction: 'us' })),

  // Pages
  ...words('page-complete', 'articles', () => ({ summary: ' ' })),
  ...words('page-channels-known', 'articles', () => ({ language: 'de' })),
  ...onlyRead({
    'claims-on-page-known': {
      slug: 'articles',
      make: async (world) => {
        const claim = await draft(world, 'claims', neutral)
        const { id } = await draft(world, 'articles', section('{{}}', claim))
        await lose(world, 'claims', claim)
        return id
      },
    },
  }),
  ...words('claims-on-page-live', 'articles', async (world) =>
    section('{{}}', await draft(world, 'claims', neutral)),
  ),
  ...words('claims-in-page-language', 'articles', async (world) =>
    section('{{}}', await live(world, 'claims', { ...neutral, language: 'de' })),
  ),
  ...words('benefit-page-has-harms', 'articles', async (world) =>
    section('{{}}', await live(world, 'claims')),
  ),
  ...words('regulatory-status-per-channel', 'articles', ({ ground }) => ({
    therapies: [ground.therapy],
  })),
  ...words('status-not-established-holds', 'articles', ({ ground }) => ({
    statusNotEstablished: [
      { therapy: ground.therapy, jurisdiction: 'us', searchedOn: '2026-01-05' },
    ],
  })),
  ...words('regulatory-claim-stands-alone', 'articles', async (world) => {
    const claim = await live(world, 'claims', {
      claimKind: 'regulatory',
      direction: 'unclear',
      certainty: null,
      jurisdiction: 'us',
      regulatoryStatus: 'not-authorised',
    })
    return section('As we said, {{}}', claim)
  }),
  ...onlyRead({
    'article-therapies-known': {
      slug: 'articles',
      make: async (world) => {
        const therapy = await draft(world, 'therapies')
        const { id } = await draft(world, 'articles', { therapies: [therapy.id] })
        await lose(world, 'therapies', therapy)
        return id
      },
    },
  }),
  ...onlyRead(
    words('article-therapies-live', 'articles', ({ ground }) => ({
      therapies: [ground.therapy],
      statusNotEstablished: [
        { therapy: ground.therapy, jurisdiction: 'us', searchedOn: '2026-01-05' },
      ],
    })),
  ),
  ...words('heading-levels', 'articles', () => section('#### Too deep\n\nAt once.')),

  // Conditions and disclaimers
  ...words('condition-has-name', 'conditions', () => ({ name: ' ' })),
  ...onlyRead(words('condition-has-code', 'conditions', () => ({ icd10: null }))),
  ...onlyRead({
    'conditions-known': {
      slug: 'claims',
      make: async (world) => {
        const condition = await draft(world, 'conditions')
        const { id } = await draft(world, 'claims', { condition: condition.id })
        await lose(world, 'conditions', condition)
        return id
      },
    },
  }),
  ...words('conditions-live', 'claims', async (world) => ({
    condition: (await draft(world, 'conditions')).id,
  })),
  ...words('disclaimer-complete', 'disclaimers', () => ({ slots: ['a-slot-of-no-channel'] })),
  ...words('disclaimer-slots-filled', 'claims', () => ({ claimKind: 'comparison' })),

  // Review
  ...doings('approved-by-policy', () => Promise.resolve()),
  ...doings('approver-is-independent', async (world, { id, key }) => {
    const { both, editor, reviewer } = world.people
    await both.patch(`/claims/${id}?draft=true`, { population: 'Adults.' })
    await step(editor, 'claims', id, 'submit')
    await forgeSignature(world, 'claims', key, await hashOf(world, 'claims', id), both)
    await step(reviewer, 'claims', id, 'approve')
  }),
  ...doings('review-not-overdue', (world, { id }) => daysAgo(400, () => sign(world, 'claims', id))),
  ...onlyRead(
    doings('review-due-soon', (world, { id }) => daysAgo(350, () => sign(world, 'claims', id))),
  ),
  ...doings('no-open-comments', async (world, { id }) => {
    await sign(world, 'claims', id)
    await step(world.people.reviewer, 'claims', id, 'comment', { text: 'Is it two?' })
  }),

  // Every text
  ...words('image-has-alternative-text', 'articles', async (world) =>
    picture((await imageSaying(world, ' ')).id),
  ),
  ...words('hidden-characters', 'claims', () => ({ outcome: 'Pa\u200Bin' })),
}
