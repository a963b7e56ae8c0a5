import type { DemoTherapy } from '../types.ts'

export const stemCellPage: DemoTherapy = {
  kind: 'therapy',
  key: 'mesenchymal-stem-cell-therapy',
  language: 'en',
  title: 'Mesenchymal stem cell therapy for back pain',
  alternateNames: ['mesenchymal stromal cell therapy', 'stem cell injection into the disc'],
  summary:
    'What studies found, and did not find, when stem cells were injected into discs of the lower back; which harms were reported; and what regulators say.',
  conditions: [
    'chronic-low-back-pain',
    'intervertebral-disc-degeneration',
    'discogenic-low-back-pain',
  ],
  channels: ['us-en', 'gb-en'],
  statusNotEstablished: [],
  sections: [
    {
      heading: 'Overview',
      aspect: 'OverviewHealthAspect',
      body: `
This page is about *mesenchymal stem cells*, also called *mesenchymal stromal cells*, that are
injected into a disc of the lower back. Cells taken from the person who is treated are called
*autologous*, cells from a donor *allogeneic*.

{{msc-what-was-injected}}

How sure one can be of a statement is given as its certainty: high, moderate, low or very low. The
notes behind a statement lead to the studies it rests on, and to those that speak against it.
`,
    },
    {
      heading: 'How it works',
      aspect: 'HowItWorksHealthAspect',
      body: `
The hope behind the injection is that cells could act on a degenerated disc. The sources of this
page come no closer to that question than animals and images of discs.

{{msc-rabbit-mri}}

{{msc-disc-height}}
`,
    },
    {
      heading: 'What the evidence says, for and against',
      aspect: 'EffectivenessHealthAspect',
      body: `
### Trials with a sham control

In a sham-controlled trial some people get the cells and others a procedure that only looks like
it, so that what comes from the cells can be told from what would have come anyway.

| Trial | Result |
| --- | --- |
| RESPINE, 2024 | {{msc-respine-no-difference}} |
| DREAM, 2025 | {{msc-dream-no-difference}} |

### Studies without a control group

These studies compare people with themselves before the injection. They cannot tell the effect of
the cells from the natural course of pain, from expectation or from other care.

{{msc-fat-derived-pain}}

{{msc-low-dose-pain}}

{{msc-four-to-six-years}}

The next study used *bone marrow concentrate* instead of stem cells.

{{msc-concentrate-and-surgery}}

### A systematic review

{{msc-review-no-evidence}}
`,
    },
    {
      heading: 'Risks',
      aspect: 'RisksOrComplicationsHealthAspect',
      body: `
{{msc-harms-in-trials}}

{{msc-harm-procedure-pain}}

{{msc-harms-in-small-series}}

{{msc-harm-unapproved-products}}
`,
    },
    {
      heading: 'Regulatory status',
      aspect: 'GettingAccessHealthAspect',
      body: `
What follows is what the regulator of the country of this edition has published.

{{msc-status-us}}

{{msc-us-listing-is-no-approval}}

{{msc-status-gb}}
`,
    },
    {
      heading: 'Who it may be for',
      aspect: 'MayTreatHealthAspect',
      body: `
From the sources of this page one can say who took part in trials, not who would gain from the
treatment.

{{msc-who-was-studied}}

Whether these people resemble you, and what else could be tried, are questions for a clinician who
knows your history.
`,
    },
    {
      heading: 'What is unknown',
      aspect: 'RelatedTopicsHealthAspect',
      body: `
{{msc-precursor-cell-trial}}

Questions that the sources of this page leave open:

- Does any kind of cell, or any dose, do more than a sham procedure?
- How often does serious harm happen, and how late can it come?
- Do changes seen on images mean anything for pain?
`,
    },
  ],
}
