import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleArticle, exampleChannel, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** A page goes to channels that exist and speak its language. */
export const pageChannelsKnown = defineRule({
  id: 'page-channels-known',
  severity: 'error',
  concern: 'text',
  kinds: ['therapy', 'article'],
  authority: citegate('Words: a page chooses channels of its own language'),
  evaluate: (page, { graph }) =>
    page.channels.flatMap((key, index) => {
      const channel = graph.channels.get(key)
      if (channel?.language === page.language) return []
      return [
        {
          place: `channels.${String(index)}`,
          message:
            channel === undefined
              ? `Page ${page.key} goes to channel ${key}, which does not exist.`
              : `Page ${page.key} is written in "${page.language}" and goes to channel ${key}, whose readers expect "${channel.language}".`,
          remedy:
            channel === undefined
              ? 'Choose a channel that exists.'
              : 'Choose a channel of the page’s language, or translate the page.',
        },
      ]
    }),
  examples: {
    fires: [
      {
        name: 'a page for a channel that does not exist',
        subject: exampleTherapy({ channels: ['us-en', 'mars-en'] }),
        graph: exampleGraph(),
      },
      {
        name: 'an English page for a German channel',
        subject: exampleArticle({ channels: ['de-de'] }),
        graph: exampleGraph({
          channels: [exampleChannel({ key: 'de-de', jurisdiction: 'de', language: 'de' })],
        }),
      },
    ],
    passes: [
      {
        name: 'a page for two channels of its language',
        subject: exampleTherapy(),
        graph: exampleGraph(),
      },
      {
        name: 'a page for no channel, which is another rule’s matter',
        subject: exampleTherapy({ channels: [] }),
        graph: exampleGraph(),
      },
    ],
  },
})
