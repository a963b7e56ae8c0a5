import type { Channel, Disclaimer } from '../model/index.ts'
import { isBlank, nodesIn } from '../pages/index.ts'
import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { claimAlone, paragraph, richText } from './exampleRichText.ts'
import { exampleDisclaimer } from './exampleSubjects.ts'
import { defineRule, type RuleHit } from './rule.ts'

/**
 * A disclaimer says something, and fills slots that a channel of its language and jurisdiction has. It
 * carries no claims: those are counted, reviewed and withdrawn on pages.
 */
export const disclaimerComplete = defineRule({
  id: 'disclaimer-complete',
  severity: 'error',
  concern: 'text',
  kinds: ['disclaimer'],
  authority: citegate('Words: a disclaimer is a text that fills a slot'),
  evaluate: (disclaimer, { graph }) => {
    const hits: RuleHit[] = []
    if (isBlank(disclaimer.body)) {
      hits.push({
        place: 'body',
        message: `Disclaimer ${disclaimer.key} is empty.`,
        remedy: 'Write its text.',
      })
    }
    if ([...nodesIn(disclaimer.body)].some(({ node }) => node.type === 'claimReference')) {
      hits.push({
        place: 'body',
        message: `Disclaimer ${disclaimer.key} holds a claim; claims stand on pages.`,
        remedy: 'Take the claim out.',
      })
    }
    if (disclaimer.slots.length === 0) {
      hits.push({
        place: 'slots',
        message: `Disclaimer ${disclaimer.key} fills no slot, so it would never be shown.`,
        remedy: 'Choose the slots it fills.',
      })
    }
    const offered = [...graph.channels.values()].filter((channel) => suits(disclaimer, channel))
    disclaimer.slots.forEach((slot, index) => {
      if (offered.some(({ slots }) => slots.some(({ key }) => key === slot))) return
      hits.push({
        place: `slots.${String(index)}`,
        message: `Disclaimer ${disclaimer.key} fills slot ${slot}, which no channel in "${disclaimer.language}"${
          disclaimer.jurisdictions.length === 0
            ? ''
            : ` of ${disclaimer.jurisdictions.join(' or ')}`
        } has.`,
        remedy: 'Choose a slot of such a channel, or have an administrator add the slot.',
      })
    })
    return hits
  },
  examples: {
    fires: [
      {
        name: 'an empty disclaimer',
        subject: exampleDisclaimer({ body: richText() }),
        graph: exampleGraph(),
      },
      {
        name: 'a disclaimer that fills no slot',
        subject: exampleDisclaimer({ slots: [] }),
        graph: exampleGraph(),
      },
      {
        name: 'a disclaimer for a slot that no channel has',
        subject: exampleDisclaimer({ slots: ['medical-advice', 'never-declared'] }),
        graph: exampleGraph(),
      },
      {
        name: 'a disclaimer in a language without channels',
        subject: exampleDisclaimer({ language: 'de' }),
        graph: exampleGraph(),
      },
      {
        name: 'a disclaimer that carries a claim',
        subject: exampleDisclaimer({ body: richText(claimAlone('soreness')) }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a complete disclaimer', subject: exampleDisclaimer(), graph: exampleGraph() },
      {
        name: 'a disclaimer for one jurisdiction that has the slot',
        subject: exampleDisclaimer({
          jurisdictions: ['gb'],
          body: richText(paragraph('In Great Britain, ask the regulator.')),
        }),
        graph: exampleGraph(),
      },
    ],
  },
})

function suits(disclaimer: Disclaimer, channel: Channel): boolean {
  return (
    channel.language === disclaimer.language &&
    (disclaimer.jurisdictions.length === 0 ||
      disclaimer.jurisdictions.includes(channel.jurisdiction))
  )
}
