import type { Claim } from '../../../domain/model/index.ts'
import type { DemoItem } from '../types.ts'

const common = { kind: 'claim', language: 'en' } as const

/** Claims that are not live: one on each step of the way, and what the gate refuses. */
export const unfinishedClaims: readonly DemoItem<Claim>[] = [
  {
    stage: 'draft',
    author: 'demo-editor-2',
    reviewers: [],
    subject: {
      ...common,
      key: 'example-refused-retracted-source',
      therapy: 'platelet-rich-plasma',
      condition: 'chronic-low-back-pain',
      claimKind: 'benefit',
      direction: 'favours',
      statement:
        'Example of a text that must be refused: a retracted trial in dogs proves with high certainty that platelet concentrate helps people with back pain',
      certainty: 'high',
      citations: [{ study: 'alves-2021', stance: 'supports' }],
    },
  },
  {
    stage: 'draft',
    author: 'demo-editor',
    reviewers: [],
    subject: {
      ...common,
      key: 'example-refused-without-citation',
      therapy: 'prolotherapy',
      claimKind: 'benefit',
      direction: 'favours',
      statement:
        'Example of a text that must be refused: it says that prolotherapy helps and names no study.',
      citations: [],
    },
  },
  {
    stage: 'draft',
    author: 'demo-editor',
    reviewers: [],
    subject: {
      ...common,
      key: 'example-refused-rabbits-only',
      therapy: 'mesenchymal-stem-cell-therapy',
      condition: 'intervertebral-disc-degeneration',
      claimKind: 'benefit',
      direction: 'favours',
      statement:
        'Example of a text that must be refused: it takes MRI changes in rabbits for a benefit to people.',
      certainty: 'moderate',
      citations: [{ study: 'wang-2016', stance: 'supports' }],
    },
  },
  {
    stage: 'in-review',
    author: 'demo-editor-2',
    reviewers: ['demo-reviewer', 'demo-reviewer-2'],
    assignment: { assignee: 'demo-reviewer', dueInDays: 7 },
    comment: {
      by: 'demo-reviewer-2',
      place: 'statement',
      text: 'This is a long sentence for one breath. Could the words about the missing control group come first?',
    },
    subject: {
      ...common,
      key: 'msc-low-dose-work-and-painkillers',
      therapy: 'mesenchymal-stem-cell-therapy',
      condition: 'discogenic-low-back-pain',
      claimKind: 'benefit',
      direction: 'favours',
      statement:
        'It is very uncertain whether 10 million of a person’s own fat-derived stem cells help people to work or to need fewer painkillers: of nine people treated without a control group, five reported more capacity for work and three used fewer painkillers at 12 months.',
      outcome: 'Capacity for work and use of painkillers',
      population: 'People with chronic low back pain from one degenerated lumbar disc',
      comparator: 'None: change from baseline',
      followUpMonths: 12,
      certainty: 'very-low',
      certaintyReason:
        'Observational and without a control group, so it starts and stays at the lowest level; also very imprecise (nine people) and inconsistent with the sham-controlled trials.',
      citations: [
        { study: 'bates-2022', stance: 'supports' },
        { study: 'pers-2024', stance: 'contradicts' },
        { study: 'vadala-2025', stance: 'contradicts' },
      ],
    },
  },
  {
    stage: 'changes-requested',
    author: 'demo-editor',
    reviewers: ['demo-reviewer'],
    reason:
      'The numbers are right, but the groups also differed in manipulation and local anaesthetic. Say so in the statement, lower the certainty, and cite the trials of injections alone that found no difference.',
    subject: {
      ...common,
      key: 'prolotherapy-free-of-disability',
      therapy: 'prolotherapy',
      condition: 'chronic-low-back-pain',
      claimKind: 'benefit',
      direction: 'favours',
      statement:
        'Six months after treatment 15 of 40 people in one trial were free of disability, against 4 of 41 controls.',
      outcome: 'Freedom from disability',
      population: 'People with chronic low back pain, of 10 years on average',
      comparator: 'Saline injections with less manipulation and less local anaesthetic',
      followUpMonths: 6,
      certainty: 'low',
      certaintyReason: 'One randomised trial of 81 people: imprecision.',
      citations: [{ study: 'ongley-1987', stance: 'supports' }],
    },
  },
  {
    stage: 'approved',
    author: 'demo-editor-2',
    reviewers: ['demo-reviewer-2'],
    publishInDays: 30,
    subject: {
      ...common,
      key: 'prp-disc-grade-versus-methylene-blue',
      therapy: 'platelet-rich-plasma',
      condition: 'discogenic-low-back-pain',
      claimKind: 'comparison',
      direction: 'noDifference',
      statement:
        'Platelet-rich plasma may make little or no difference to the Pfirrmann grade of the disc compared with methylene blue: in a trial of 40 people the grade did not differ between the groups at 6 months.',
      outcome: 'Pfirrmann grade on MRI',
      population: 'People with discogenic low back pain',
      comparator: 'Methylene blue injection',
      followUpMonths: 6,
      certainty: 'low',
      certaintyReason:
        'A randomised trial starts high; lowered two levels for imprecision, since it is one trial of 40 people.',
      citations: [{ study: 'wang-2025', stance: 'supports' }],
    },
  },
  {
    stage: 'withdrawn',
    withdrawalKind: 'evidence',
    author: 'demo-editor',
    reviewers: ['demo-reviewer', 'demo-reviewer-2'],
    reason:
      'An imaging finding in three people without a control group tells readers nothing that helps them decide, and two sham-controlled trials have been published since.',
    subject: {
      ...common,
      key: 'msc-disc-water-on-mri',
      therapy: 'mesenchymal-stem-cell-therapy',
      condition: 'discogenic-low-back-pain',
      claimKind: 'benefit',
      direction: 'favours',
      statement:
        'It is very uncertain whether fat-derived stem cells raise the water content of the disc: in a study of ten people without a control group, three of the six who clearly improved had more water in the disc on MRI.',
      outcome: 'Water content of the disc on MRI',
      population: 'People with chronic discogenic low back pain',
      comparator: 'None: change from baseline',
      followUpMonths: 12,
      certainty: 'very-low',
      certaintyReason:
        'Observational and without a control group, so it starts and stays at the lowest level; also very imprecise and indirect, since imaging stands in for what people feel.',
      citations: [
        { study: 'kumar-2017', stance: 'supports' },
        { study: 'pers-2024', stance: 'background' },
      ],
    },
  },
]
