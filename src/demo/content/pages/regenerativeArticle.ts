import { documentsRead } from '../studies/dates.ts'
import type { DemoArticle } from '../types.ts'

export const regenerativeArticle: DemoArticle = {
  kind: 'article',
  key: 'regenerative-treatment-of-chronic-back-pain',
  language: 'en',
  title: 'Regenerative treatment of chronic back pain',
  summary:
    'Stem cells, platelet-rich plasma and prolotherapy side by side: what was injected, what trials found for and against, which harms were reported, and what regulators say.',
  therapies: ['mesenchymal-stem-cell-therapy', 'platelet-rich-plasma', 'prolotherapy'],
  conditions: [
    'chronic-low-back-pain',
    'discogenic-low-back-pain',
    'intervertebral-disc-degeneration',
  ],
  channels: ['us-en', 'gb-en'],
  statusNotEstablished: [
    { therapy: 'platelet-rich-plasma', jurisdiction: 'gb', searchedOn: documentsRead },
    { therapy: 'prolotherapy', jurisdiction: 'us', searchedOn: documentsRead },
    { therapy: 'prolotherapy', jurisdiction: 'gb', searchedOn: documentsRead },
  ],
  sections: [
    {
      heading: 'Overview',
      aspect: 'OverviewHealthAspect',
      body: `
Under the word *regenerative* this article looks at three kinds of injection for chronic back pain:
mesenchymal stem cells, platelet-rich plasma, and prolotherapy, a course of injections of a solution
such as glucose. The word names a hope and not a result.

{{prp-tissue-repair-not-shown}}

This article sets the three side by side. Each has a page of its own with more of its studies.
`,
    },
    {
      heading: 'How the approaches compare',
      aspect: 'TreatmentsHealthAspect',
      body: `
| Approach | What was injected | Compared with sham or control injections |
| --- | --- | --- |
| Mesenchymal stem cells | {{msc-what-was-injected}} | {{msc-respine-no-difference}} |
| Platelet-rich plasma | {{prp-what-was-injected}} | {{prp-no-better-than-saline}} |
| Prolotherapy | {{prolotherapy-what-was-injected}} | {{prolotherapy-alone-no-better}} |

No study cited here compared two of the three with each other in people. Two small trials compared
platelet-rich plasma with an injection other than saline.

{{prp-versus-methylene-blue}}

{{prp-releasate-versus-corticosteroid}}
`,
    },
    {
      heading: 'Advantages and the evidence for them',
      aspect: 'BenefitsHealthAspect',
      body: `
These are the results in favour of each approach. What speaks against them is in the table above and
in the considerations below.

{{prp-pooled-trials-pain}}

{{prolotherapy-with-other-measures}}

{{prolotherapy-half-pain-or-disability}}

{{msc-fat-derived-pain}}

{{msc-four-to-six-years}}
`,
    },
    {
      heading: 'Considerations',
      aspect: 'EffectivenessHealthAspect',
      body: `
### People also improve in control groups

{{msc-dream-no-difference}}

{{prolotherapy-glucose-no-difference}}

A study without a control group cannot tell such improvement from an effect of the treatment.

### A trial and a review that found nothing in favour

{{prolotherapy-phenol-no-difference}}

{{msc-review-no-evidence}}

### Who took part

{{msc-who-was-studied}}

{{prp-who-was-studied}}

{{prolotherapy-who-was-studied}}
`,
    },
    {
      heading: 'Risks',
      aspect: 'RisksOrComplicationsHealthAspect',
      body: `
### Mesenchymal stem cells

{{msc-harms-in-trials}}

{{msc-harm-procedure-pain}}

{{msc-harm-unapproved-products}}

### Platelet-rich plasma

{{prp-harm-spondylodiscitis}}

### Prolotherapy

{{prolotherapy-harm-short-lived-pain}}
`,
    },
    {
      heading: 'Regulatory status',
      aspect: 'GettingAccessHealthAspect',
      body: `
What follows holds for the country of this edition. Where no document was found for an approach, its
status is given as not established; that is neither an approval nor a ban.

{{msc-status-us}}

{{msc-status-gb}}

{{prp-status-us}}
`,
    },
    {
      heading: 'Future directions',
      aspect: 'RelatedTopicsHealthAspect',
      body: `
One trial of stem cells is known to this article only in part:

{{msc-precursor-cell-trial}}

Laboratory and animal work raises questions that trials in people would have to answer.

{{prp-leukocytes-in-rabbit-cells}}

{{msc-rabbit-mri}}

Questions for trials to come:

- Does any of the three do more than a sham or control injection, and in whom?
- Do changes in a disc that show on images mean anything for pain?
- How often does serious harm happen, over years and in large groups?
`,
    },
  ],
}
