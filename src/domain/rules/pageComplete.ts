import { isBlank } from '../pages/index.ts'
import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { claimAlone, paragraph, richText } from './exampleRichText.ts'
import { exampleArticle, exampleSection, exampleTherapy } from './exampleSubjects.ts'
import { defineRule, type RuleHit } from './rule.ts'

/** A page has what every form of the feed shows: title, summary, sections with content, channels. */
export const pageComplete = defineRule({
  id: 'page-complete',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article'],
  authority: citegate('Words: pages are made of sections and go to channels'),
  evaluate: (page) => {
    const hits: RuleHit[] = []
    if (page.title.trim() === '') {
      hits.push({
        place: 'title',
        message: `Page ${page.key} has no title.`,
        remedy: 'Write a title.',
      })
    }
    if (page.summary.trim() === '') {
      hits.push({
        place: 'summary',
        message: `Page ${page.key} has no summary, which lists and feed readers show.`,
        remedy: 'Sum the page up in one or two sentences.',
      })
    }
    if (page.sections.length === 0) {
      hits.push({
        place: 'sections',
        message: `Page ${page.key} has no section, so there is nothing to read.`,
        remedy: 'Add at least one section.',
      })
    }
    page.sections.forEach((section, index) => {
      if (section.heading.trim() === '') {
        hits.push({
          place: `sections.${String(index)}.heading`,
          message: `Section ${String(index + 1)} of page ${page.key} has no heading.`,
          remedy: 'Write a heading, or remove the section.',
        })
      }
      if (isBlank(section.body)) {
        hits.push({
          place: `sections.${String(index)}.body`,
          message: `Section "${section.heading}" of page ${page.key} is empty.`,
          remedy: 'Write the section, or remove it.',
        })
      }
    })
    if (page.channels.length === 0) {
      hits.push({
        place: 'channels',
        message: `Page ${page.key} goes to no channel, so no reader would get it.`,
        remedy: 'Choose at least one channel.',
      })
    }
    return hits
  },
  examples: {
    fires: [
      {
        name: 'a page without a title',
        subject: exampleTherapy({ title: '' }),
        graph: exampleGraph(),
      },
      {
        name: 'a page whose summary is spaces',
        subject: exampleArticle({ summary: '  ' }),
        graph: exampleGraph(),
      },
      {
        name: 'a page without sections',
        subject: exampleTherapy({ sections: [] }),
        graph: exampleGraph(),
      },
      {
        name: 'a page with an empty section',
        subject: exampleTherapy({ sections: [exampleSection({ body: richText(paragraph(' ')) })] }),
        graph: exampleGraph(),
      },
      {
        name: 'a page with a section that has no heading',
        subject: exampleTherapy({ sections: [exampleSection({ heading: '' })] }),
        graph: exampleGraph(),
      },
      {
        name: 'a page that goes nowhere',
        subject: exampleArticle({ channels: [] }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a complete therapy', subject: exampleTherapy(), graph: exampleGraph() },
      { name: 'a complete article', subject: exampleArticle(), graph: exampleGraph() },
      {
        name: 'a page whose section holds a claim and nothing else',
        subject: exampleTherapy({
          sections: [exampleSection({ body: richText(claimAlone('soreness')) })],
        }),
        graph: exampleGraph(),
      },
    ],
  },
})
