import type { DemoArticle } from '../types.ts'

/** Half a page, as drafts are: it says nothing of regulatory status yet. */
export const draftArticle: DemoArticle = {
  kind: 'article',
  key: 'questions-before-a-back-injection',
  language: 'en',
  title: 'Questions to ask before an injection for back pain',
  summary: 'Draft. A list of questions to take to an appointment.',
  therapies: ['mesenchymal-stem-cell-therapy', 'platelet-rich-plasma', 'prolotherapy'],
  conditions: ['chronic-low-back-pain'],
  channels: ['gb-en'],
  statusNotEstablished: [],
  sections: [
    {
      heading: 'Questions',
      aspect: 'SeeDoctorHealthAspect',
      body: `
- Which study is closest to what you offer me, and did it have a control group?
- What became of the people in the control group?
- Which harms were reported, and how many people were treated?
- What does the regulator say about this product for my condition?
`,
    },
  ],
}
