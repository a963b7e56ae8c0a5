import { documentOf, liveStudy, publishSigned, usChannel } from '../../int/support/newsroom.ts'
import type { Desk } from '../../int/support/desk.ts'
import {
  bold,
  cell,
  claim,
  heading,
  item,
  link,
  list,
  paragraph,
  quote,
  raised,
  state,
  table,
  text,
} from '../../unit/feeds/lexical/lexicalState.ts'

export interface SiteContent {
  /** Stays, and loses a claim. */
  readonly staying: { readonly id: string }
  /** Will be withdrawn. */
  readonly leaving: { readonly id: string }
  /** Stands on the page that stays, and falls. */
  readonly falling: { readonly id: string; readonly statement: string }
}

const top = 'This page informs; it is *no* advice & no promise.'
const beside = 'How it works was looked at in few people.'
const end = 'In an emergency, call for help.'

/** A channel with three slots beside one with none, a page with everything a text can hold, and one that will leave. */
export async function writeContent(desk: Desk): Promise<SiteContent> {
  const { admin, editor } = desk.people
  const channel = await usChannel(admin)
  documentOf(
    await admin.patch(`/channels/${channel.id}`, {
      slots: [
        { key: 'advice', place: 'top' },
        { key: 'mechanism', place: 'beside-claim', when: { claimKinds: ['mechanism'] } },
        { key: 'emergency', place: 'end' },
      ],
    }),
  )
  const other = documentOf(
    await admin.post('/channels', {
      key: 'gb-en',
      title: 'Great Britain, English',
      jurisdiction: 'gb',
      language: 'en',
    }),
  )
  const channels = [channel.id, other.id]
  for (const [slot, words] of [
    ['advice', top],
    ['mechanism', beside],
    ['emergency', end],
  ] as const) {
    const body = state(paragraph(text(words)))
    const saved = await editor.post('/disclaimers?draft=true', { key: slot, slots: [slot], body })
    await publishSigned(desk.people, 'disclaimers', documentOf(saved).id)
  }
  const study = await liveStudy(editor)
  const fields = {
    citations: [{ study: study.id, stance: 'supports' }],
    claimKind: 'mechanism',
    certainty: null,
  }
  const [staying, falling] = [
    await desk.liveClaim({
      ...fields,
      statement: 'The invented cells rise above 10⁹/L (p < 0.05).',
    }),
    await desk.liveClaim({
      ...fields,
      statement: 'The invented cells were seen to stay for a year.',
    }),
  ]
  const page = async (key: string, title: string, body: object) => {
    const section = { heading: 'How it works', aspect: 'HowItWorksHealthAspect', body }
    const fields = { key, title, summary: 'It is <invented> & "quoted".', channels }
    const saved = await editor.post('/articles?draft=true', { ...fields, sections: [section] })
    const { id } = documentOf(saved)
    await publishSigned(desk.people, 'articles', id)
    return { id }
  }
  return {
    staying: await page(
      'a-staying-page',
      'A page </script> that stays',
      hostileText(staying.id, falling.id),
    ),
    leaving: await page(
      'a-leaving-page',
      'A page that leaves',
      state(paragraph(claim(staying.id))),
    ),
    falling: { id: falling.id, statement: 'The invented cells were seen to stay for a year.' },
  }
}

/** What template engines, shortcodes, typographers and readers of Markdown would take for their own. */
function hostileText(staying: string, falling: string): object {
  return state(
    paragraph(text('{{ 7 * 7 }} {% raw %} {{< x >}} ${x} "5 mg" -- 10--20 ... (c) <b>5</b> :) ')),
    paragraph(text('- 5 mg/kg; 1. day; n=12; 10'), text('9', raised), text('/L; ~5~ $x$ H₂O')),
    paragraph(claim(staying)),
    paragraph(claim(falling)),
    heading('h3', text('Doses {.red}')),
    list('bullet', [item(text('> 18 years')), item(text('[ ] twice'), text(' a day', bold))]),
    table(
      [cell(1, paragraph(text('Dose'))), cell(1, paragraph(text('a|b')))],
      [cell(0, paragraph(text('≤ 5 µg'))), cell(0, paragraph(text('−1.5 ± 0.4')))],
    ),
    quote(text('Quoted, '), link('https://a.example/(x)?a=1&b=2', text('with its source'))),
  )
}
