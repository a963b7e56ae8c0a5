import type { Claim } from '../../../domain/model/index.ts'

const common = { kind: 'claim', language: 'en', therapy: 'platelet-rich-plasma' } as const

/** Claims about platelet-rich plasma. Only studies with a DOI or PMID carry benefit. */
export const plateletClaims: readonly Claim[] = [
  {
    ...common,
    key: 'prp-no-better-than-saline',
    condition: 'discogenic-low-back-pain',
    claimKind: 'benefit',
    direction: 'noDifference',
    statement:
      'Platelet-rich plasma injected into the disc may make little or no difference compared with saline and an antibiotic: in a trial of 98 adults, of whom 89 were analysed at 12 months, pain had improved in 21 of 44 with platelet-rich plasma and 16 of 45 controls (p=0.244), disability in 22 of 44 and 24 of 45 (p=0.753), and quality of life was alike.',
    outcome: 'Pain and disability',
    population: 'Adults with chronic low back pain and no Modic changes on MRI',
    comparator: 'Saline with an antibiotic, injected into the disc',
    followUpMonths: 12,
    certainty: 'low',
    certaintyReason:
      'A randomised trial starts high; lowered one level for imprecision (89 people, one practice) and one for inconsistency with a meta-analysis that found a difference.',
    citations: [
      { study: 'schepers-2022', stance: 'supports' },
      { study: 'singjie-2023', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'prp-pooled-trials-pain',
    condition: 'chronic-low-back-pain',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'Pain may fall more with platelet-rich plasma than with control injections at 1, 3 and 6 months: this is the finding of a meta-analysis of three randomised trials with 138 people, whose abstract does not say how large the difference was.',
    outcome: 'Pain',
    population: 'People with chronic low back pain',
    comparator: 'Control injections',
    followUpMonths: 6,
    certainty: 'low',
    certaintyReason:
      'Randomised trials start high; lowered one level for imprecision (138 people, size of the effect not seen) and one for inconsistency with trials that found no difference.',
    citations: [
      { study: 'singjie-2023', stance: 'supports' },
      { study: 'schepers-2022', stance: 'contradicts' },
      { study: 'akeda-2022', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'prp-pooled-change-from-baseline',
    condition: 'discogenic-low-back-pain',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'It is very uncertain whether the plasma is what relieves pain: a meta-analysis that pooled only the change from before the injection, in three studies of which one was randomised, found less pain at 2 months (SMD -0.837, 95% CI -1.158 to -0.516) and 6 months (SMD -1.430, 95% CI -2.209 to -0.652) but not at 1 month (SMD -0.661, P=0.058).',
    outcome: 'Pain',
    population: 'People with discogenic low back pain',
    comparator: 'None pooled: change from baseline',
    followUpMonths: 6,
    certainty: 'very-low',
    certaintyReason:
      'A change from baseline without a control cannot be put down to the treatment (risk of bias, two levels); the intervals are wide (imprecision), and a controlled trial found no difference (inconsistency).',
    citations: [
      { study: 'chang-2021', stance: 'supports' },
      { study: 'schepers-2022', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'prp-single-group-success',
    condition: 'discogenic-low-back-pain',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'It is very uncertain whether platelet-rich plasma brings success: in a single group without controls, treatment counted as a success by the study’s own definition in 3 of 22 people at 1 month, 7 of 22 at 2 months and 9 of 19 at 6 months (47%, 95% CI 25 to 70).',
    outcome: 'Success as the study defined it',
    population: 'People with chronic low back pain presumed discogenic',
    comparator: 'None: single group',
    followUpMonths: 6,
    certainty: 'very-low',
    certaintyReason:
      'Observational and without a control group, so it starts and stays at the lowest level; also very imprecise (22 people, 19 at 6 months) and inconsistent with a controlled trial.',
    citations: [
      { study: 'levi-2016', stance: 'supports' },
      { study: 'schepers-2022', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'prp-versus-methylene-blue',
    condition: 'discogenic-low-back-pain',
    claimKind: 'comparison',
    direction: 'favours',
    statement:
      'Platelet-rich plasma may leave people with less pain at 6 months than methylene blue: in a trial of 40 people, 20 in each group, pain was lower and function score and MRI diffusion values were higher with platelet-rich plasma (P<0.05), while the Pfirrmann grade did not differ.',
    outcome: 'Pain and function',
    population: 'People with discogenic low back pain',
    comparator: 'Methylene blue injection',
    followUpMonths: 6,
    certainty: 'low',
    certaintyReason:
      'A randomised trial starts high; lowered two levels for imprecision, since it is one trial of 40 people and the size of the differences was not seen.',
    citations: [
      { study: 'wang-2025', stance: 'supports' },
      { study: 'schepers-2022', stance: 'background' },
    ],
  },
  {
    ...common,
    key: 'prp-releasate-versus-corticosteroid',
    condition: 'discogenic-low-back-pain',
    claimKind: 'comparison',
    direction: 'noDifference',
    statement:
      'It is very uncertain whether platelet-rich plasma releasate relieves pain better than a corticosteroid: in a double-blind trial of 16 people the change in pain at 8 weeks, its primary outcome, did not differ; 15 of the 16 then took an optional releasate injection, and disability at 26 weeks favoured the releasate group.',
    outcome: 'Pain at 8 weeks',
    population: 'People with discogenic low back pain',
    comparator: 'Corticosteroid, injected into the disc',
    certainty: 'very-low',
    certaintyReason:
      'A randomised trial starts high; lowered two levels for imprecision (16 people) and one for risk of bias after 8 weeks, when nearly everybody took releasate.',
    citations: [
      { study: 'akeda-2022', stance: 'supports' },
      { study: 'singjie-2023', stance: 'background' },
    ],
  },
  {
    ...common,
    key: 'prp-what-was-injected',
    claimKind: 'procedure',
    direction: 'unclear',
    statement:
      'In the trial of 98 adults 1.0 ml of platelet-rich plasma, or of saline with an antibiotic, was injected into the disc.',
    citations: [{ study: 'schepers-2022', stance: 'supports' }],
  },
  {
    ...common,
    key: 'prp-who-was-studied',
    claimKind: 'procedure',
    direction: 'unclear',
    statement:
      'The trial of 98 people took adults with chronic low back pain at one Dutch practice who had no Modic changes on MRI and a disc confirmed by provocation discography; other studies took people with discogenic low back pain.',
    citations: [
      { study: 'schepers-2022', stance: 'supports' },
      { study: 'akeda-2022', stance: 'supports' },
      { study: 'wang-2025', stance: 'supports' },
    ],
  },
  {
    ...common,
    key: 'prp-leukocytes-in-rabbit-cells',
    condition: 'intervertebral-disc-degeneration',
    claimKind: 'mechanism',
    direction: 'unclear',
    statement:
      'In stem cells taken from degenerated rabbit discs, platelet-rich plasma without leukocytes raised cell growth, most at a dose of 10%, and matrix-building genes, whereas plasma rich in leukocytes mainly raised genes of breakdown and inflammation; cells in a dish do not show what happens in people.',
    outcome: 'Cell growth and gene activity',
    population: 'Nucleus pulposus stem cells from degenerated rabbit discs',
    comparator: 'Platelet-rich plasma rich in leukocytes',
    certainty: 'very-low',
    certaintyReason: 'Animal cells outside the body are very indirect evidence for people.',
    citations: [{ study: 'wang-2018', stance: 'supports' }],
  },
  {
    ...common,
    key: 'prp-tissue-repair-not-shown',
    condition: 'intervertebral-disc-degeneration',
    claimKind: 'mechanism',
    direction: 'unclear',
    statement:
      'A narrative review of 2019, whose authors judged the clinical studies favourably, noted that only one of them was a double-blind randomised trial and that evidence of tissue repair in people was lacking.',
    outcome: 'Repair of disc tissue',
    population: 'Laboratory, animal and human studies',
    certainty: 'very-low',
    certaintyReason:
      'A narrative review is not a systematic search (risk of bias), and it reports a lack of evidence.',
    citations: [{ study: 'akeda-2019', stance: 'supports' }],
  },
  {
    ...common,
    key: 'prp-harm-spondylodiscitis',
    condition: 'discogenic-low-back-pain',
    claimKind: 'harm',
    direction: 'against',
    statement:
      'There was one spondylodiscitis among the 49 people given platelet-rich plasma into the disc in a trial of 98, the only serious adverse event reported; how often this happens is very uncertain.',
    outcome: 'Spondylodiscitis',
    population: 'Adults with chronic low back pain',
    comparator: 'Saline with an antibiotic, injected into the disc',
    followUpMonths: 12,
    certainty: 'very-low',
    certaintyReason:
      'A randomised trial starts high; lowered three levels for imprecision, since a single event in 49 people allows no estimate of frequency.',
    citations: [{ study: 'schepers-2022', stance: 'supports' }],
  },
  {
    ...common,
    key: 'prp-harm-releasate',
    condition: 'discogenic-low-back-pain',
    claimKind: 'harm',
    direction: 'unclear',
    statement:
      'In a trial of 16 people no clinically important adverse event of platelet-rich plasma releasate was seen; so few people say very little about rare harms.',
    outcome: 'Adverse events',
    population: 'People with discogenic low back pain',
    comparator: 'Corticosteroid, injected into the disc',
    certainty: 'very-low',
    certaintyReason:
      'A randomised trial starts high; lowered three levels for imprecision (16 people).',
    citations: [{ study: 'akeda-2022', stance: 'supports' }],
  },
  {
    ...common,
    key: 'prp-status-us',
    claimKind: 'regulatory',
    direction: 'unclear',
    statement:
      'In the United States, systems that prepare platelet-rich plasma reach the market through 510(k) clearance, nearly all of them cleared for mixing it with bone graft material, and a review of 2015 describes injecting it outside that setting as off-label use, which a clinician may choose under professional responsibility.',
    jurisdiction: 'us',
    regulatoryStatus: 'off-label',
    citations: [{ study: 'beitzel-2015-fda-prp', stance: 'supports' }],
  },
]
