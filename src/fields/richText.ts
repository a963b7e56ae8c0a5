import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  SubscriptFeature,
  SuperscriptFeature,
  UnorderedListFeature,
  UploadFeature,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'
import type { RichTextField } from 'payload'

/**
 * A claim in running text: the reference only. Its words live on the claim, so that one signature
 * covers every place where they stand.
 */
const claimFeature = BlocksFeature({
  inlineBlocks: [
    {
      slug: 'claim',
      labels: { singular: 'Claim', plural: 'Claims' },
      admin: { components: { Label: '/src/components/claimLabel/ClaimLabel.tsx#ClaimLabel' } },
      fields: [
        {
          name: 'claim',
          type: 'relationship',
          relationTo: 'claims',
          required: true,
          // A list with certainty and state to choose from. A select would match what is typed against
          // each statement by an expression that takes seconds on a long one.
          admin: { appearance: 'drawer' },
        },
      ],
    },
  ],
})

const textFeatures = [
  ParagraphFeature(),
  BoldFeature(),
  ItalicFeature(),
  StrikethroughFeature(),
  SuperscriptFeature(),
  SubscriptFeature(),
  LinkFeature({ enabledCollections: [] }),
  UnorderedListFeature(),
  OrderedListFeature(),
  FixedToolbarFeature(),
  InlineToolbarFeature(),
]

/** Only what every form of the feed can keep is offered: no underline, colour, alignment or indent. */
export function pageText(name: string, label: string): RichTextField {
  return {
    name,
    label,
    type: 'richText',
    required: true,
    editor: lexicalEditor({
      features: [
        ...textFeatures,
        HeadingFeature({ enabledHeadingSizes: ['h3', 'h4'] }),
        BlockquoteFeature(),
        HorizontalRuleFeature(),
        EXPERIMENTAL_TableFeature(),
        UploadFeature({ enabledCollections: ['media'] }),
        claimFeature,
      ],
    }),
  }
}

/** The text of a disclaimer: no headings, tables, images or claims. */
export function plainText(name: string, label: string): RichTextField {
  return {
    name,
    label,
    type: 'richText',
    required: true,
    editor: lexicalEditor({ features: textFeatures }),
  }
}
