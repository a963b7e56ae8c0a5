import type { Graph, NewLogEntry, LogEntry, Subject } from '../../../src/domain/model/index.ts'
import { subjectName } from '../../../src/domain/model/index.ts'
import { planRelease } from '../../../src/domain/release/index.ts'
import { appendEntry, contentHash, policyFor } from '../../../src/domain/review/index.ts'
import {
  claimAlone,
  exampleArticle,
  exampleBenefit,
  exampleChannel,
  exampleCondition,
  exampleDisclaimer,
  exampleHarm,
  exampleNotice,
  exampleRabbitStudy,
  exampleSection,
  exampleStatus,
  exampleStudy,
  exampleTherapy,
  graphOf,
  heading,
  paragraph,
  reference,
  richText,
  slotWhen,
  table,
} from '../../../src/domain/rules/index.ts'
import type { PreviousRelease, ReleaseInput } from '../../../src/feeds/index.ts'
import { previousRelease, renderRelease } from '../../../src/feeds/index.ts'

/**
 * A small world that a feed can be made of. Nothing in it exists; no DOI is registered under
 * 10.900000.
 */

export const now = new Date('2026-02-01T00:00:00Z')
export const digest = 'ab'.repeat(32)

export const publisher = {
  name: 'Example Publisher',
  url: 'https://publisher.example',
  publicUrl: 'https://feeds.example/',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
}

const media = new Map([[digest, { contentType: 'image/png', extension: 'png', bytes: 1200 }]])

const nullTrial = exampleStudy({
  key: 'null-trial',
  title: 'The example injection against saline: no difference?',
  authors: [
    { family: 'Example', given: 'Ada' },
    { family: 'van Sample', given: 'Jean-Marie B.' },
  ],
  authorsComplete: false,
  issued: '2023-11',
  volume: '12',
  issue: '3',
  page: '1572-1583',
  identifiers: { doi: '10.900000/null-trial(2023)' },
  result: 'At six months 40 of 60 and 38 of 60 people had less pain (p<0.9).',
  followUpMonths: 6,
  primaryOutcomeMet: false,
})

const claims = [
  exampleBenefit({
    certaintyReason: 'One small trial; another found no difference.',
    followUpMonths: 6,
    outcome: 'Pain',
    citations: [
      { study: 'null-trial', stance: 'contradicts', locator: 'Table 2' },
      { study: 'sham-trial', stance: 'supports', quote: 'less pain than sham' },
      { study: 'rabbit-study', stance: 'background' },
    ],
  }),
  exampleHarm(),
  exampleStatus(),
  exampleBenefit({
    key: 'sleep',
    statement: 'In one trial, people given the example injection slept no better.',
    direction: 'noDifference',
  }),
]

const pageSections = [
  exampleSection({
    body: richText(
      paragraph(
        'It holds 10',
        { type: 'superscript', value: '9' },
        ' cells/L in H',
        {
          type: 'subscript',
          value: '2',
        },
        'O; - 5 mg/kg for adults > 18 years.',
      ),
      paragraph({ type: 'image', url: `media:${digest}`, alt: 'A syringe' }),
    ),
  }),
  exampleSection({
    heading: 'What the evidence says',
    aspect: 'EffectivenessHealthAspect',
    body: richText(
      paragraph('Put simply: ', reference('less-pain-at-six-months'), ' Read on.'),
      heading(3, 'Sleep'),
      claimAlone('sleep'),
      table(['Outcome', 'Evidence'], ['Soreness | pain', reference('soreness')]),
    ),
  }),
  exampleSection({
    heading: 'Risks',
    aspect: 'RisksOrComplicationsHealthAspect',
    body: richText(claimAlone('soreness')),
  }),
  exampleSection({
    heading: 'Is it authorised?',
    aspect: 'GettingAccessHealthAspect',
    body: richText(paragraph('Regulators publish what they decide.'), claimAlone('status-us')),
  }),
]

const subjects: readonly Subject[] = [
  exampleStudy({ result: 'Less pain after six months.', harms: 'Soreness in 8 people.' }),
  nullTrial,
  exampleRabbitStudy(),
  exampleNotice(),
  ...claims,
  exampleTherapy({ sections: pageSections, alternateNames: ['placebo injection'] }),
  exampleArticle(),
  exampleCondition(),
  exampleDisclaimer(),
  exampleDisclaimer({
    key: 'uncertain',
    slots: ['uncertain'],
    body: richText(paragraph('The evidence for this is weak.')),
  }),
  exampleDisclaimer({
    key: 'general',
    slots: ['general'],
    body: richText(
      paragraph(
        'This page is an ',
        { type: 'strong', children: [{ type: 'text', value: 'example' }] },
        '.',
      ),
    ),
  }),
]

const slots = [
  { key: 'general', place: 'top' as const, when: slotWhen() },
  {
    key: 'uncertain',
    place: 'beside-claim' as const,
    when: slotWhen({ claimKinds: ['benefit'], directions: ['favours'], certainties: ['low'] }),
  },
  { key: 'medical-advice', place: 'end' as const, when: slotWhen() },
]

export const channels = [
  exampleChannel({ slots }),
  exampleChannel({ key: 'gb-en', title: 'Great Britain, English', jurisdiction: 'gb', slots }),
]

export interface World {
  /** Takes the place of what has the same name, and joins the rest. */
  readonly changed?: readonly Subject[]
  /** Names of what stays away. */
  readonly without?: readonly string[]
  /** Names of what was withdrawn after it was published, and why. */
  readonly withdrawn?: Readonly<Record<string, string | Withdrawal>>
  readonly isFictitious?: boolean
  readonly channels?: ReleaseInput['plan']['channels'][number]['channel'][]
}

/** What a withdrawal says. */
type Withdrawal = Pick<NewLogEntry, 'reason' | 'withdrawalKind' | 'supersededBy'>

/** The graph of the example world, with the log of how it came to be. */
export function exampleWorld(world: World = {}): Graph {
  const { changed = [], without = [], withdrawn = {}, isFictitious = false } = world
  const names = new Set(changed.map(subjectName))
  const all = [
    ...subjects.filter((subject) => !names.has(subjectName(subject))),
    ...changed,
  ].filter((subject) => !without.includes(subjectName(subject)))
  const hashes = graphOf({ live: all })
  const log: LogEntry[] = []
  const add = (entry: NewLogEntry) => log.push(appendEntry(log.at(-1), entry))
  for (const subject of all) {
    const name = subjectName(subject)
    const entry = { subject: name, contentHash: contentHash(subject, hashes) }
    const editor = person('edda', 'Edda Editor', 'editor', isFictitious)
    add({
      ...entry,
      at: '2026-01-10T09:00:00.000Z',
      action: 'edit',
      actor: editor,
      changed: ['title'],
    })
    const policy = policyFor(subject)
    const reviewers = [
      { ...person('rita', 'Rita Reviewer', 'reviewer', isFictitious), credentials: 'MD' },
      person('rolf', 'Rolf Reviewer', 'reviewer', isFictitious),
    ]
    for (const [index, actor] of reviewers.slice(0, policy.approvals).entries()) {
      const at = `2026-01-1${String(index + 1)}T09:00:00.000Z`
      add({ ...entry, at, action: 'approve', actor, meaning: 'evidence-checked', policy })
    }
    add({ ...entry, at: '2026-01-14T09:00:00.000Z', action: 'publish', actor: editor })
    const reason = withdrawn[name]
    if (reason === undefined) continue
    const said = typeof reason === 'string' ? { reason } : reason
    add({ ...entry, at: '2026-01-20T09:00:00.000Z', action: 'withdraw', actor: editor, ...said })
  }
  return graphOf({
    live: all.filter((subject) => withdrawn[subjectName(subject)] === undefined),
    drafts: all.filter((subject) => withdrawn[subjectName(subject)] !== undefined),
    channels: world.channels ?? channels,
    log,
  })
}

function person(key: string, name: string, role: 'editor' | 'reviewer', isFictitious: boolean) {
  return { key, name, roles: [role], isFictitious }
}

/** What a release of a world is rendered from. */
export function feedInput(world: World = {}, after?: PreviousRelease): ReleaseInput {
  const graph = exampleWorld(world)
  return {
    publisher,
    graph,
    plan: planRelease(graph, now),
    media,
    release: (after?.release ?? 0) + 1,
    ...(after === undefined ? {} : { previous: after }),
    now,
  }
}

/** Bodies of the files of a release, by path. */
export function bodies(input: ReleaseInput): ReadonlyMap<string, string> {
  return new Map(renderRelease(input).files.map(({ path, body }) => [path, body]))
}

/** What the next release knows of this one. */
export function asPrevious(input: ReleaseInput): PreviousRelease {
  const files = bodies(input)
  return previousRelease((path) => files.get(path))
}
