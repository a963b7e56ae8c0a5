import type { DemoDisclaimer } from './types.ts'

const english = { kind: 'disclaimer', language: 'en' } as const

/** What fills the slots of the demo channels. None of them states a medical fact of its own. */
export const disclaimers: readonly DemoDisclaimer[] = [
  {
    ...english,
    key: 'demonstration-signers',
    slots: ['demonstration'],
    jurisdictions: [],
    body: '**Demonstration content.** The studies cited here exist. The people who wrote and signed these texts do not: they are invented to show how review works, and no real clinician has approved this page.',
  },
  {
    ...english,
    key: 'medical-information',
    slots: ['medical-information'],
    jurisdictions: [],
    body: 'This page reports what published studies found. It is not advice for you, it recommends no treatment and no clinic, and it cannot replace a talk with a clinician who knows your history.',
  },
  {
    ...english,
    key: 'no-authorisation-us',
    slots: ['no-authorisation'],
    jurisdictions: ['us'],
    body: '**Approval in the United States.** For at least one treatment on this page, the sources cited say that the Food and Drug Administration (FDA) has not approved it for back pain, or they show no approval. Read the section on regulatory status, and ask whoever offers the treatment for the FDA approval or the supervised trial it rests on.',
  },
  {
    ...english,
    key: 'no-authorisation-gb',
    slots: ['no-authorisation'],
    jurisdictions: ['gb'],
    body: '**Authorisation in Great Britain.** For at least one treatment on this page, the sources cited show no marketing authorisation for back pain. Read the section on regulatory status, and ask whoever offers the treatment which authorisation of the Medicines and Healthcare products Regulatory Agency (MHRA), or which approved trial, it rests on.',
  },
  {
    ...english,
    key: 'off-label-us',
    slots: ['off-label'],
    jurisdictions: ['us'],
    body: '**Off-label use.** At least one treatment on this page is described as off-label: what is used has been cleared for another purpose. Clearance for that purpose says nothing about how well the treatment works for back pain.',
  },
  {
    ...english,
    key: 'uncertain-benefit',
    slots: ['uncertain-benefit'],
    jurisdictions: [],
    body: '**Certainty is low or very low.** Better studies may well find another result, or none. Do not take this statement for a promise; read what speaks against it too.',
  },
  {
    ...english,
    key: 'no-difference-explained',
    slots: ['no-difference'],
    jurisdictions: [],
    body: '**When a study finds no difference,** people in both groups may have improved, and a small difference may have been missed. It means that the study gave no sign of the treatment doing more than what it was compared with.',
  },
  {
    ...english,
    key: 'harms-incomplete',
    slots: ['harms'],
    jurisdictions: [],
    body: '**Harms are known only in part.** A harm that is not listed here may not have been looked for, or may not have been reported in what we could read. Small studies can miss harms that are rare or late.',
  },
  {
    ...english,
    key: 'see-a-doctor-us',
    slots: ['see-a-doctor'],
    jurisdictions: ['us'],
    body: 'If your pain is new, severe or getting worse, or if you feel unwell after an injection, contact a doctor. In an emergency call 911.',
  },
  {
    ...english,
    key: 'see-a-doctor-gb',
    slots: ['see-a-doctor'],
    jurisdictions: ['gb'],
    body: 'If your pain is new, severe or getting worse, or if you feel unwell after an injection, contact your GP or NHS 111. In an emergency call 999.',
  },
]

/** A disclaimer that nobody can publish yet: no channel has its slot. */
export const draftDisclaimer: DemoDisclaimer = {
  ...english,
  key: 'children-and-pregnancy',
  slots: ['children-and-pregnancy'],
  jurisdictions: [],
  body: 'Draft. To be written once it is known whether the studies cited included children or pregnant women.',
}
