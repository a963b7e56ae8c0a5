import { channelsOf, claimsKnown, therapiesOf } from '../pages/index.ts'
import { ftcRegulatorApproval } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleArticle, exampleSection, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/**
 * Wherever a page goes, its readers learn what their regulator says of each therapy: by a regulatory
 * claim of the channel's jurisdiction, or by the page saying that no status was found.
 */
export const regulatoryStatusPerChannel = defineRule({
  id: 'regulatory-status-per-channel',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article'],
  authority: ftcRegulatorApproval,
  evaluate: (page, { graph }) => {
    const statuses = claimsKnown(page, graph).filter(({ claimKind }) => claimKind === 'regulatory')
    return channelsOf(page, graph).flatMap((channel) =>
      therapiesOf(page)
        .filter((therapy) => {
          const isHere = (status: { therapy: string; jurisdiction?: string }) =>
            status.therapy === therapy && status.jurisdiction === channel.jurisdiction
          return !statuses.some(isHere) && !page.statusNotEstablished.some(isHere)
        })
        .map((therapy) => ({
          place: 'sections',
          channel: channel.key,
          message: `Page ${page.key} goes to channel ${channel.key} and does not say which regulatory status ${therapy} has there (${channel.jurisdiction}).`,
          remedy: `Put in a regulatory claim on ${therapy} for ${channel.jurisdiction}, or record that a search found no status, or leave the channel out.`,
        })),
    )
  },
  examples: {
    fires: [
      {
        name: 'a therapy for two jurisdictions that states the status in one',
        subject: exampleTherapy({ statusNotEstablished: [] }),
        graph: exampleGraph(),
      },
      {
        name: 'a therapy without any status',
        subject: exampleTherapy({ sections: [exampleSection()] }),
        graph: exampleGraph(),
      },
      {
        name: 'an article on two therapies with the status of one',
        subject: exampleArticle({
          therapies: ['example-injection', 'example-patch'],
          channels: ['us-en'],
        }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'a therapy with a status in one jurisdiction and a search without result in the other',
        subject: exampleTherapy(),
        graph: exampleGraph(),
      },
      {
        name: 'an article on no therapy',
        subject: exampleArticle({ therapies: [], statusNotEstablished: [] }),
        graph: exampleGraph(),
      },
      {
        name: 'a therapy that goes only where its status is stated',
        subject: exampleTherapy({ channels: ['us-en'], statusNotEstablished: [] }),
        graph: exampleGraph(),
      },
    ],
  },
})
