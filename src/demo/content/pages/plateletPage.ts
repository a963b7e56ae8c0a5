import { documentsRead } from '../studies/dates.ts'
import type { DemoTherapy } from '../types.ts'

export const plateletPage: DemoTherapy = {
  kind: 'therapy',
  key: 'platelet-rich-plasma',
  language: 'en',
  title: 'Platelet-rich plasma for back pain',
  alternateNames: ['PRP'],
  summary:
    'What studies found, and did not find, when platelet-rich plasma was injected for low back pain; which harms were reported; and what is known of its regulatory status.',
  conditions: ['discogenic-low-back-pain', 'chronic-low-back-pain'],
  channels: ['us-en', 'gb-en'],
  statusNotEstablished: [
    { therapy: 'platelet-rich-plasma', jurisdiction: 'gb', searchedOn: documentsRead },
  ],
  sections: [
    {
      heading: 'Overview',
      aspect: 'OverviewHealthAspect',
      body: `
*Platelet-rich plasma* (PRP) is a part of blood in which platelets are concentrated. A *releasate*
is the fluid that such plasma gives off. This page is about injecting them for low back pain, in
most studies into a disc.

{{prp-what-was-injected}}

How sure one can be of a statement is given as its certainty: high, moderate, low or very low. The
notes behind a statement lead to the studies it rests on, and to those that speak against it.
`,
    },
    {
      heading: 'How it works',
      aspect: 'HowItWorksHealthAspect',
      body: `
The hope is that what platelets release could act on a degenerated disc. The sources of this page
on that question are laboratory work and a review.

{{prp-leukocytes-in-rabbit-cells}}

{{prp-tissue-repair-not-shown}}
`,
    },
    {
      heading: 'What the evidence says, for and against',
      aspect: 'EffectivenessHealthAspect',
      body: `
### Found no difference

| Compared with | Result |
| --- | --- |
| Saline and an antibiotic | {{prp-no-better-than-saline}} |
| Corticosteroid | {{prp-releasate-versus-corticosteroid}} |

### Found a difference

{{prp-pooled-trials-pain}}

{{prp-versus-methylene-blue}}

### Without a control group

The next two results compare people with themselves before the injection. They cannot tell the
effect of the plasma from the natural course of pain, from expectation or from other care.

{{prp-pooled-change-from-baseline}}

{{prp-single-group-success}}
`,
    },
    {
      heading: 'Risks',
      aspect: 'RisksOrComplicationsHealthAspect',
      body: `
*Spondylodiscitis* is an inflammation of a disc and the vertebrae beside it.

{{prp-harm-spondylodiscitis}}

{{prp-harm-releasate}}
`,
    },
    {
      heading: 'Regulatory status',
      aspect: 'GettingAccessHealthAspect',
      body: `
What follows holds for the country of this edition. Where no document was found, the status is
given as not established; that is neither an approval nor a ban.

{{prp-status-us}}
`,
    },
    {
      heading: 'Who it may be for',
      aspect: 'MayTreatHealthAspect',
      body: `
From the sources of this page one can say who took part in studies, not who would gain from the
treatment.

{{prp-who-was-studied}}

Whether these people resemble you, and what else could be tried, are questions for a clinician who
knows your history.
`,
    },
    {
      heading: 'What is unknown',
      aspect: 'RelatedTopicsHealthAspect',
      body: `
Questions that the sources of this page leave open:

- Why do the meta-analysis of three trials and the trial of 98 people point in different directions?
- Does it matter how the plasma is prepared?
- How often is a disc infected or inflamed after the injection?
- What do regulators outside the United States say?
`,
    },
  ],
}
