import { isDay } from '../evidence/index.ts'
import { claimsKnown, therapiesOf } from '../pages/index.ts'
import { ftcRegulatorApproval } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleArticle, exampleTherapy } from './exampleSubjects.ts'
import { defineRule, type RuleHit } from './rule.ts'

/**
 * "Not established" is said only of the page's own therapies, after a search on a day that has come,
 * and not beside a claim that does state the status.
 */
export const statusNotEstablishedHolds = defineRule({
  id: 'status-not-established-holds',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article'],
  authority: ftcRegulatorApproval,
  evaluate: (page, { graph, now }) => {
    const statuses = claimsKnown(page, graph).filter(
      ({ claimKind, regulatoryStatus }) =>
        claimKind === 'regulatory' && regulatoryStatus !== 'not-established',
    )
    const hits: RuleHit[] = []
    page.statusNotEstablished.forEach(({ therapy, jurisdiction, searchedOn }, index) => {
      const place = `statusNotEstablished.${String(index)}`
      if (!therapiesOf(page).includes(therapy)) {
        hits.push({
          place: `${place}.therapy`,
          message: `Page ${page.key} says that no status of ${therapy} was found, and is not about ${therapy}.`,
          remedy: 'Take the entry out, or add the therapy to the page.',
        })
      }
      if (!isDay(searchedOn) || searchedOn > latestDay(now)) {
        hits.push({
          place: `${place}.searchedOn`,
          message: `Page ${page.key} says that no status of ${therapy} was found on "${searchedOn}", which is no day up to today.`,
          remedy: 'Enter the day of the search as YYYY-MM-DD.',
        })
      }
      const contrary = statuses.find(
        (claim) => claim.therapy === therapy && claim.jurisdiction === jurisdiction,
      )
      if (contrary !== undefined) {
        hits.push({
          place,
          message: `Page ${page.key} says that no status of ${therapy} was found for ${jurisdiction}, and its claim ${contrary.key} states one.`,
          remedy: 'Take out the one that no longer holds.',
        })
      }
    })
    return hits
  },
  examples: {
    fires: [
      {
        name: 'a therapy that states a status and says it found none',
        subject: exampleTherapy({
          statusNotEstablished: [
            { therapy: 'example-injection', jurisdiction: 'us', searchedOn: '2026-01-05' },
          ],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a therapy that found nothing in a search still to come',
        subject: exampleTherapy({
          statusNotEstablished: [
            { therapy: 'example-injection', jurisdiction: 'gb', searchedOn: '2026-02-01' },
          ],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'an article that found nothing on a therapy it does not speak of',
        subject: exampleArticle({
          statusNotEstablished: [
            { therapy: 'example-patch', jurisdiction: 'gb', searchedOn: '2026-01-05' },
          ],
        }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'a therapy that states one status and found none elsewhere',
        subject: exampleTherapy(),
        graph: exampleGraph(),
      },
      {
        name: 'a therapy that says nothing of the kind',
        subject: exampleTherapy({ statusNotEstablished: [] }),
        graph: exampleGraph(),
      },
    ],
  },
})

/** Today where the day begins first, at UTC+14: an author there is not ahead of time. */
function latestDay(now: Date): string {
  const fourteenHours = 14 * 60 * 60 * 1000
  return new Date(now.getTime() + fourteenHours).toISOString().slice(0, 'YYYY-MM-DD'.length)
}
