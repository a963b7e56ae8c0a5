import type { Claim } from '../../../domain/model/index.ts'

const common = {
  kind: 'claim',
  language: 'en',
  therapy: 'prolotherapy',
  condition: 'chronic-low-back-pain',
} as const

/** Claims about prolotherapy. Only studies with a DOI or PMID carry benefit. */
export const prolotherapyClaims: readonly Claim[] = [
  {
    ...common,
    key: 'prolotherapy-alone-no-better',
    claimKind: 'benefit',
    direction: 'noDifference',
    statement:
      'Prolotherapy injections given alone may make little or no difference to chronic low back pain: in three trials with 206 people, brought together in a Cochrane review, they did no better than control injections.',
    population: 'Adults with chronic low back pain',
    comparator: 'Control injections',
    followUpMonths: 6,
    certainty: 'low',
    certaintyReason:
      'Randomised and quasi-randomised trials start high; lowered one level for risk of bias, since quasi-randomised trials were let in, and one for imprecision (206 people in trials that could not be pooled).',
    citations: [
      { study: 'dagenais-2007', stance: 'supports' },
      { study: 'klein-1993', stance: 'background' },
    ],
  },
  {
    ...common,
    key: 'prolotherapy-with-other-measures',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'Prolotherapy injections given together with manipulation, exercise and other measures may help in chronic low back pain, according to a Cochrane review that found two such trials with 160 people and could not pool them.',
    population: 'Adults with chronic low back pain',
    comparator: 'Control injections, with other treatments',
    followUpMonths: 6,
    certainty: 'low',
    certaintyReason:
      'Trials start high; lowered one level for indirectness, since other measures were given with the injections, and one for imprecision (160 people in trials that could not be pooled).',
    citations: [
      { study: 'dagenais-2007', stance: 'supports' },
      { study: 'yelland-2004', stance: 'contradicts' },
      { study: 'ongley-1987', stance: 'background' },
    ],
  },
  {
    ...common,
    key: 'prolotherapy-glucose-no-difference',
    claimKind: 'benefit',
    direction: 'noDifference',
    statement:
      'Repeated injections of glucose and lignocaine into tender ligaments may make little or no difference compared with saline: in a trial of 110 adults 46% after glucose-lignocaine and 36% after saline had more than 50% less pain at 12 months, 42% and 36% had more than 50% less disability, and no effect was attributable to the solution or to the exercises.',
    outcome: 'Pain and disability',
    population: 'Adults in general practice with non-specific low back pain',
    comparator: 'Saline injections',
    followUpMonths: 12,
    certainty: 'low',
    certaintyReason:
      'A randomised trial starts high; lowered one level for imprecision (110 people) and one for inconsistency with a trial of another prolotherapy solution.',
    citations: [
      { study: 'yelland-2004', stance: 'supports' },
      { study: 'dagenais-2007', stance: 'background' },
      { study: 'klein-1993', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'prolotherapy-phenol-no-difference',
    claimKind: 'benefit',
    direction: 'noDifference',
    statement:
      'Three weekly injections of dextrose-glycerine-phenol with lignocaine may make little or no difference compared with saline and lignocaine: in a trial of 74 people no measure differed at follow-up, and mean pain at 6 months was 5.2 with the active solution and 4.4 with control.',
    outcome: 'Pain',
    population: 'People with mechanical back pain for more than 6 months',
    comparator: 'Saline with lignocaine',
    followUpMonths: 6,
    certainty: 'low',
    certaintyReason:
      'A randomised trial starts high; lowered one level for imprecision (74 people) and one for inconsistency with a trial of a similar solution.',
    citations: [
      { study: 'dechow-1999', stance: 'supports' },
      { study: 'klein-1993', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'prolotherapy-half-pain-or-disability',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'It is very uncertain whether six weekly injections of dextrose-glycerine-phenol with lidocaine help: in a trial of 79 people 30 of 39 had at least 50% less pain or disability at 6 months against 21 of 40 given lidocaine with saline (p=0.042), but the differences in mean pain (p=0.056) and mean disability (p=0.068) missed the 0.05 level.',
    outcome: 'At least 50% less pain or disability',
    population: 'People with chronic low back pain after failed conservative care',
    comparator: 'Lidocaine with saline',
    followUpMonths: 6,
    certainty: 'very-low',
    certaintyReason:
      'A randomised trial starts high; lowered two levels for imprecision (79 people, mean differences not distinguishable from none) and one for inconsistency with trials that found no difference.',
    citations: [
      { study: 'klein-1993', stance: 'supports' },
      { study: 'dechow-1999', stance: 'contradicts' },
      { study: 'yelland-2004', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'prolotherapy-with-manipulation',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'It is very uncertain what the injections themselves add: six months after forceful manipulation with dextrose-glycerine-phenol injections 35 of 40 people had more than 50% improvement against 16 of 41 controls, and 15 against 4 were free of disability, but the groups differed in more than the solution injected.',
    outcome: 'More than 50% improvement; freedom from disability',
    population: 'People with chronic low back pain, of 10 years on average',
    comparator: 'Saline injections with less manipulation and less local anaesthetic',
    followUpMonths: 6,
    certainty: 'very-low',
    certaintyReason:
      'A randomised trial starts high; lowered two levels for indirectness, since manipulation and local anaesthetic differed as well, and one for inconsistency with trials of injections alone.',
    citations: [
      { study: 'ongley-1987', stance: 'supports' },
      { study: 'yelland-2004', stance: 'contradicts' },
      { study: 'dechow-1999', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'prolotherapy-what-was-injected',
    claimKind: 'procedure',
    direction: 'unclear',
    statement:
      'The trials used different courses: repeated injections of glucose 20% and lignocaine 0.2% into tender ligaments, three weekly ligament injections of dextrose-glycerine-phenol with lignocaine, or six weekly injections of dextrose-glycerine-phenol with lidocaine into posterior ligaments, fascia and joint capsules.',
    citations: [
      { study: 'yelland-2004', stance: 'supports' },
      { study: 'dechow-1999', stance: 'supports' },
      { study: 'klein-1993', stance: 'supports' },
    ],
  },
  {
    ...common,
    key: 'prolotherapy-who-was-studied',
    claimKind: 'procedure',
    direction: 'unclear',
    statement:
      'The trials took people whose pain had lasted long: 14 years on average in one, 10 years on average in another, more than 6 months in a third, and in a fourth people in whom conservative care had failed.',
    citations: [
      { study: 'yelland-2004', stance: 'supports' },
      { study: 'ongley-1987', stance: 'supports' },
      { study: 'dechow-1999', stance: 'supports' },
      { study: 'klein-1993', stance: 'supports' },
    ],
  },
  {
    ...common,
    key: 'prolotherapy-harm-short-lived-pain',
    claimKind: 'harm',
    direction: 'against',
    statement:
      'Short-lived increases in back pain and stiffness may be common after prolotherapy injections: a Cochrane review of five trials with 366 people describes them as common.',
    outcome: 'Increased back pain and stiffness',
    population: 'Adults with chronic low back pain',
    certainty: 'low',
    certaintyReason:
      'Trials start high; lowered two levels for imprecision, since no numbers for either group were at hand.',
    citations: [{ study: 'dagenais-2007', stance: 'supports' }],
  },
  {
    ...common,
    key: 'prolotherapy-insurer-view',
    claimKind: 'procedure',
    direction: 'unclear',
    statement:
      'A US health insurer, Anthem, treated prolotherapy in a policy dated 28 June 2016 as investigational and not medically necessary for every condition; a later policy may exist.',
    citations: [{ study: 'anthem-med-00007-prolotherapy', stance: 'supports' }],
  },
]
