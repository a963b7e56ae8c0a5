import type { Claim, Graph, HealthAspect, Page } from '../model/index.ts'
import { claimReferences, claimsKnown } from '../pages/index.ts'
import { exampleGraph } from './exampleGraph.ts'
import { claimAlone, paragraph, richText } from './exampleRichText.ts'
import {
  exampleArticle,
  exampleBenefit,
  exampleHarm,
  exampleSection,
  exampleTherapy,
} from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { speaksOfBenefit } from './speaksOfBenefit.ts'

const riskAspects: ReadonlySet<HealthAspect> = new Set<HealthAspect>([
  'RisksOrComplicationsHealthAspect',
  'SideEffectsHealthAspect',
  'SafetyHealthAspect',
])

/**
 * Who reads of a therapy's benefit reads of its own risks on the same page: for each therapy with a
 * benefit claim, a section on risks holds a harm claim on that very therapy. Whether the claims are
 * live is another rule's matter.
 */
export const benefitPageHasHarms = defineRule({
  id: 'benefit-page-has-harms',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article'],
  authority: {
    label: 'DISCERN, question 11, risks of each treatment',
    url: 'http://www.discern.org.uk/discern_instrument.php',
  },
  evaluate: (page, { graph }) => {
    const promised = therapiesIn(claimsKnown(page, graph).filter(speaksOfBenefit))
    const warned = therapiesIn(claimsUnderRisks(page, graph).filter(isHarm))
    return promised
      .filter((therapy) => !warned.includes(therapy))
      .map((therapy) => ({
        place: 'sections',
        message: page.sections.some(({ aspect }) => riskAspects.has(aspect))
          ? `Page ${page.key} speaks of a benefit of ${therapy}, but its section on risks holds no harm claim on ${therapy}.`
          : `Page ${page.key} speaks of a benefit of ${therapy} and has no section on risks.`,
        remedy: `Put a harm claim on ${therapy} into a section whose aspect is risks, side effects or safety, or take the benefit out.`,
      }))
  },
  examples: {
    fires: [
      {
        name: 'a therapy with a benefit and no section on risks',
        subject: exampleTherapy({ sections: [benefitSection()] }),
        graph: exampleGraph(),
      },
      {
        name: 'a therapy whose section on risks holds words but no claim',
        subject: exampleTherapy({
          sections: [benefitSection(), riskSection(paragraph('Like any injection it has risks.'))],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a therapy whose harm claim stands outside the section on risks',
        subject: exampleTherapy({
          sections: [
            exampleSection({
              body: richText(claimAlone('less-pain-at-six-months'), claimAlone('soreness')),
            }),
          ],
        }),
        graph: exampleGraph(),
      },
      {
        name: 'an article with benefits of two therapies and harms of one',
        subject: exampleArticle({
          therapies: ['example-injection', 'example-patch'],
          sections: [
            benefitSection(),
            exampleSection({ body: richText(claimAlone('patch-less-pain')) }),
            riskSection(claimAlone('soreness')),
          ],
        }),
        graph: exampleGraph({
          live: [exampleBenefit({ key: 'patch-less-pain', therapy: 'example-patch' })],
        }),
      },
    ],
    passes: [
      { name: 'a therapy with benefit and harm', subject: exampleTherapy(), graph: exampleGraph() },
      {
        name: 'an article with the harms of both therapies it praises',
        subject: exampleArticle({
          therapies: ['example-injection', 'example-patch'],
          sections: [
            benefitSection(),
            exampleSection({ body: richText(claimAlone('patch-less-pain')) }),
            riskSection(claimAlone('soreness'), claimAlone('patch-rash')),
          ],
        }),
        graph: exampleGraph({
          live: [
            exampleBenefit({ key: 'patch-less-pain', therapy: 'example-patch' }),
            exampleHarm({ key: 'patch-rash', therapy: 'example-patch' }),
          ],
        }),
      },
      {
        name: 'a therapy without any benefit claim',
        subject: exampleTherapy({ sections: [exampleSection()] }),
        graph: exampleGraph(),
      },
    ],
  },
})

function claimsUnderRisks(page: Page, graph: Graph): Claim[] {
  return claimReferences(page).flatMap(({ claim, section }) => {
    const aspect = page.sections[section]?.aspect
    return aspect !== undefined && riskAspects.has(aspect)
      ? (graph.claims.get(claim)?.subject ?? [])
      : []
  })
}

function therapiesIn(claims: readonly Claim[]): string[] {
  return [...new Set(claims.map(({ therapy }) => therapy))]
}

function isHarm(claim: Claim): boolean {
  return claim.claimKind === 'harm'
}

function benefitSection() {
  return exampleSection({ body: richText(claimAlone('less-pain-at-six-months')) })
}

function riskSection(...blocks: Parameters<typeof richText>) {
  return exampleSection({
    heading: 'Risks',
    aspect: 'RisksOrComplicationsHealthAspect',
    body: richText(...blocks),
  })
}
