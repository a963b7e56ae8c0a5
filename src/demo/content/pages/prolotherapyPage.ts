import { documentsRead } from '../studies/dates.ts'
import type { DemoTherapy } from '../types.ts'

export const prolotherapyPage: DemoTherapy = {
  kind: 'therapy',
  key: 'prolotherapy',
  language: 'en',
  title: 'Prolotherapy for back pain',
  alternateNames: ['sclerosing injections'],
  summary:
    'What trials found, and did not find, when solutions such as glucose were injected into ligaments for chronic low back pain; which harms were reported; and what is known of its regulatory status.',
  conditions: ['chronic-low-back-pain'],
  channels: ['us-en', 'gb-en'],
  statusNotEstablished: [
    { therapy: 'prolotherapy', jurisdiction: 'us', searchedOn: documentsRead },
    { therapy: 'prolotherapy', jurisdiction: 'gb', searchedOn: documentsRead },
  ],
  sections: [
    {
      heading: 'Overview',
      aspect: 'OverviewHealthAspect',
      body: `
*Prolotherapy* is a course of injections of a solution, for instance of glucose (*dextrose*), into
ligaments and tissue near them.

{{prolotherapy-what-was-injected}}

How sure one can be of a statement is given as its certainty: high, moderate, low or very low. The
notes behind a statement lead to the studies it rests on, and to those that speak against it.
`,
    },
    {
      heading: 'How it works',
      aspect: 'HowItWorksHealthAspect',
      body: `
None of the studies cited on this page looked into how such injections might work, so the page says
nothing about it. What trials did ask is whether the solution matters; their answers stand in the
next section.
`,
    },
    {
      heading: 'What the evidence says, for and against',
      aspect: 'EffectivenessHealthAspect',
      body: `
### Found no difference

| Source | Result |
| --- | --- |
| Cochrane review, 2007 | {{prolotherapy-alone-no-better}} |
| Trial, 2004 | {{prolotherapy-glucose-no-difference}} |
| Trial, 1999 | {{prolotherapy-phenol-no-difference}} |

### Found a difference

{{prolotherapy-with-other-measures}}

{{prolotherapy-half-pain-or-disability}}

{{prolotherapy-with-manipulation}}
`,
    },
    {
      heading: 'Risks',
      aspect: 'RisksOrComplicationsHealthAspect',
      body: `
{{prolotherapy-harm-short-lived-pain}}

For the single trials cited on this page no account of harms was at hand. That does not mean that
there were none.
`,
    },
    {
      heading: 'Regulatory status',
      aspect: 'GettingAccessHealthAspect',
      body: `
For this page no document was found in which a regulator speaks of prolotherapy. The status is
therefore given as not established; that is neither an approval nor a ban.
`,
    },
    {
      heading: 'Who it may be for',
      aspect: 'MayTreatHealthAspect',
      body: `
From the sources of this page one can say who took part in trials, not who would gain from the
treatment.

{{prolotherapy-who-was-studied}}

An insurer’s view is not a regulator’s, and it is about payment:

{{prolotherapy-insurer-view}}

Whether the people in the trials resemble you, and what else could be tried, are questions for a
clinician who knows your history.
`,
    },
    {
      heading: 'What is unknown',
      aspect: 'RelatedTopicsHealthAspect',
      body: `
Questions that the sources of this page leave open:

- Do the injections add anything to manipulation and exercise?
- Does any of the solutions do more than saline or local anaesthetic?
- How often does harm happen, beyond pain and stiffness that pass?
- What do regulators say?
`,
    },
  ],
}
