import type { Claim } from '../../../domain/model/index.ts'

const common = {
  kind: 'claim',
  language: 'en',
  therapy: 'mesenchymal-stem-cell-therapy',
} as const

const noControl =
  'Observational and without a control group, so it starts and stays at the lowest level'

/** Claims about stem cell therapy. Only studies with a DOI or PMID carry benefit. */
export const stemCellClaims: readonly Claim[] = [
  {
    ...common,
    key: 'msc-respine-no-difference',
    condition: 'chronic-low-back-pain',
    claimKind: 'benefit',
    direction: 'noDifference',
    statement:
      'One injection of 20 million donor mesenchymal stromal cells from bone marrow into the disc probably makes little or no difference to the chance of responding compared with a sham injection: in the RESPINE trial of 114 people with chronic low back pain, 74% of the cell group and 69% of the sham group met the definition of response at 12 months (p=0.77), and no secondary outcome differed.',
    outcome: 'Response to treatment',
    population: 'People with chronic low back pain',
    comparator: 'Sham injection',
    followUpMonths: 12,
    certainty: 'moderate',
    certaintyReason:
      'A sham-controlled randomised trial starts high; lowered one level for imprecision, since one trial of 114 people cannot rule out a modest difference.',
    citations: [{ study: 'pers-2024', stance: 'supports' }],
  },
  {
    ...common,
    key: 'msc-dream-no-difference',
    condition: 'intervertebral-disc-degeneration',
    claimKind: 'benefit',
    direction: 'noDifference',
    statement:
      'A person’s own stromal cells from bone marrow may make little or no difference to pain, disability or quality of life compared with a sham procedure: in the DREAM trial, which randomised 52 adults with chronic low back pain and moderate-to-advanced disc degeneration, all three improved alike in both groups over 6 months, which 46 people completed.',
    outcome: 'Pain, disability and quality of life',
    population: 'Adults with chronic low back pain and moderate-to-advanced disc degeneration',
    comparator: 'Sham procedure',
    followUpMonths: 6,
    certainty: 'low',
    certaintyReason:
      'A sham-controlled randomised trial starts high; lowered one level for imprecision (46 people) and one for risk of bias, since six of 52 did not complete 6 months and the report is a preliminary one.',
    citations: [{ study: 'vadala-2025', stance: 'supports' }],
  },
  {
    ...common,
    key: 'msc-disc-height',
    condition: 'intervertebral-disc-degeneration',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'It is very uncertain whether injected cells change the disc in a way that matters to people: in the DREAM trial, which randomised 52 adults, disc height rose with cells while pain, disability and quality of life improved alike with cells and with a sham procedure.',
    outcome: 'Disc height',
    population: 'Adults with chronic low back pain and moderate-to-advanced disc degeneration',
    comparator: 'Sham procedure',
    followUpMonths: 6,
    certainty: 'very-low',
    certaintyReason:
      'Lowered two levels for indirectness, since disc height stands in for what people feel and did not go with it, and one for imprecision (46 people completed 6 months).',
    citations: [
      { study: 'vadala-2025', stance: 'supports' },
      { study: 'pers-2024', stance: 'background' },
    ],
  },
  {
    ...common,
    key: 'msc-fat-derived-pain',
    condition: 'discogenic-low-back-pain',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'It is very uncertain whether stem cells from a person’s own fat, injected into the disc with hyaluronic acid, relieve pain: in ten people followed for 12 months without a control group, pain, disability and SF-36 scores were better than before the injection and did not differ by dose.',
    outcome: 'Pain and disability',
    population: 'People with chronic discogenic low back pain',
    comparator: 'None: change from baseline',
    followUpMonths: 12,
    certainty: 'very-low',
    certaintyReason: `${noControl}; also very imprecise (ten people) and inconsistent with the sham-controlled trials.`,
    citations: [
      { study: 'kumar-2017', stance: 'supports' },
      { study: 'pers-2024', stance: 'contradicts' },
      { study: 'vadala-2025', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'msc-low-dose-pain',
    condition: 'discogenic-low-back-pain',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'It is very uncertain whether 10 million of a person’s own fat-derived stem cells relieve pain: of nine people treated without a control group, for whom a repeat after 6 months was optional, seven reported less pain at 12 months.',
    outcome: 'Pain',
    population: 'People with chronic low back pain from one degenerated lumbar disc',
    comparator: 'None: change from baseline',
    followUpMonths: 12,
    certainty: 'very-low',
    certaintyReason: `${noControl}; also very imprecise (nine people) and inconsistent with the sham-controlled trials.`,
    citations: [
      { study: 'bates-2022', stance: 'supports' },
      { study: 'pers-2024', stance: 'contradicts' },
      { study: 'vadala-2025', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'msc-four-to-six-years',
    condition: 'intervertebral-disc-degeneration',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'It is very uncertain whether people are better off years after an injection of their own bone marrow stem cells: 4 to 6 years later all five people in one report described overall improvement and four of them better mobility, but there was no control group and the authors declared ties to a company, BioRestorative Therapies.',
    outcome: 'Overall improvement and mobility, as people described them',
    population: 'People with degenerative disc disease',
    comparator: 'None: no control group',
    followUpMonths: 48,
    certainty: 'very-low',
    certaintyReason: `${noControl}; also very imprecise (five people, seen because they consented again), at risk of bias from the authors’ declared interests, and inconsistent with the sham-controlled trials.`,
    citations: [
      { study: 'elabd-2016', stance: 'supports' },
      { study: 'pers-2024', stance: 'contradicts' },
      { study: 'vadala-2025', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'msc-concentrate-and-surgery',
    condition: 'discogenic-low-back-pain',
    claimKind: 'benefit',
    direction: 'favours',
    statement:
      'It is very uncertain whether a person’s own bone marrow concentrate spares disc surgery: of 26 candidates for surgery treated without a control group, five chose surgery within two years, and in the other 21 the mean Oswestry score was 18.3 and mean pain 22.9 mm at 24 months, against 56.5 and 80.1 at the start for all 26.',
    outcome: 'Disc surgery, disability and pain',
    population: 'Candidates for disc surgery with discogenic low back pain of more than 6 months',
    comparator: 'None: change from baseline',
    followUpMonths: 24,
    certainty: 'very-low',
    certaintyReason: `${noControl}; also imprecise (26 people), and at risk of bias because the scores at 24 months leave out those who chose surgery. The trials that contradict it used cells, not concentrate.`,
    citations: [
      { study: 'pettine-2016', stance: 'supports' },
      { study: 'pers-2024', stance: 'contradicts' },
      { study: 'vadala-2025', stance: 'contradicts' },
    ],
  },
  {
    ...common,
    key: 'msc-review-no-evidence',
    condition: 'intervertebral-disc-degeneration',
    claimKind: 'benefit',
    direction: 'unclear',
    statement:
      'It is very uncertain whether stem cells help people with degenerated discs and low back pain: a systematic review of 2023 gathered ten abstracts and 11 clinical studies, only one of them randomised, and saw no evidence in favour of use in people.',
    outcome: 'Any benefit',
    population: 'People with disc degeneration and low back pain',
    certainty: 'very-low',
    certaintyReason:
      'Only one of the included studies was randomised (risk of bias), and no estimate of an effect was seen (imprecision).',
    citations: [
      { study: 'soufi-2023', stance: 'supports' },
      { study: 'pers-2024', stance: 'background' },
      { study: 'vadala-2025', stance: 'background' },
    ],
  },
  {
    ...common,
    key: 'msc-what-was-injected',
    claimKind: 'procedure',
    direction: 'unclear',
    statement:
      'In the studies cited here the cells were injected into the disc: 20 million donor cells from bone marrow in one injection in RESPINE, 20 or 40 million of the person’s own fat-derived cells per disc with hyaluronic acid in a study of ten people, and 10 million, with an optional repeat after 6 months, in a study of nine.',
    citations: [
      { study: 'pers-2024', stance: 'supports' },
      { study: 'kumar-2017', stance: 'supports' },
      { study: 'bates-2022', stance: 'supports' },
    ],
  },
  {
    ...common,
    key: 'msc-who-was-studied',
    claimKind: 'procedure',
    direction: 'unclear',
    statement:
      'The two sham-controlled trials took people with chronic low back pain; those in DREAM were adults with moderate-to-advanced disc degeneration at up to three lumbar levels.',
    citations: [
      { study: 'pers-2024', stance: 'supports' },
      { study: 'vadala-2025', stance: 'supports' },
    ],
  },
  {
    ...common,
    key: 'msc-precursor-cell-trial',
    claimKind: 'procedure',
    direction: 'unclear',
    statement:
      'Another trial (NCT01290367) randomised 100 people with at least 6 months of low back pain and one moderately degenerated lumbar disc to 6 or 18 million donor precursor cells with hyaluronic acid, to hyaluronic acid alone or to saline, and followed them for 36 months; what could be read of it for this page does not give the differences between the groups.',
    citations: [{ study: 'amirdelfan-2020', stance: 'supports' }],
  },
  {
    ...common,
    key: 'msc-rabbit-mri',
    condition: 'intervertebral-disc-degeneration',
    claimKind: 'mechanism',
    direction: 'unclear',
    statement:
      'In rabbits with early disc degeneration after a needle puncture, early MRI showed regenerative signal changes after platelet-rich plasma, with or without bone marrow stem cells; this does not show that the same happens in people.',
    outcome: 'MRI signal of the disc',
    population: 'Rabbits with early disc degeneration after needle puncture',
    certainty: 'very-low',
    certaintyReason:
      'An animal study is indirect evidence for people; the abstract that was read breaks off before the comparison at week 8.',
    citations: [{ study: 'wang-2016', stance: 'supports' }],
  },
  {
    ...common,
    key: 'msc-harms-in-trials',
    condition: 'chronic-low-back-pain',
    claimKind: 'harm',
    direction: 'unclear',
    statement:
      'Serious harm from the injection may be uncommon: in the sham-controlled trials of 114 and 52 people, followed for 24 and 6 months, no serious adverse event was attributed to the procedure in the first and no major adverse event was reported in the second, but groups of this size can miss rare harms.',
    outcome: 'Serious adverse events',
    population: 'People with chronic low back pain',
    comparator: 'Sham injection or procedure',
    certainty: 'low',
    certaintyReason:
      'Randomised trials start high; lowered two levels for imprecision, since 166 people in both arms together are far too few for rare events.',
    citations: [
      { study: 'pers-2024', stance: 'supports' },
      { study: 'vadala-2025', stance: 'supports' },
    ],
  },
  {
    ...common,
    key: 'msc-harm-procedure-pain',
    condition: 'intervertebral-disc-degeneration',
    claimKind: 'harm',
    direction: 'against',
    statement:
      'Pain caused by the procedure itself has been recorded: it affected 3 of 33 people in an uncontrolled registry and settled, and no death, infection or tumour was recorded among the 33; how often such harms happen is very uncertain.',
    outcome: 'Pain from the procedure',
    population: 'People with low back pain, disc degeneration and a posterior disc bulge',
    comparator: 'None: registry without a control group',
    certainty: 'very-low',
    certaintyReason: `${noControl}; also very imprecise (33 people).`,
    citations: [{ study: 'centeno-2017', stance: 'supports' }],
  },
  {
    ...common,
    key: 'msc-harms-in-small-series',
    condition: 'discogenic-low-back-pain',
    claimKind: 'harm',
    direction: 'unclear',
    statement:
      'Three uncontrolled studies found no adverse event linked to procedure or cells in ten people over 12 months and in five people after 4 to 6 years, and no unexpected or serious one in nine people over 12 months; so few people say very little about rare harms.',
    outcome: 'Adverse events',
    population: 'People with disc-related chronic low back pain',
    comparator: 'None: no control groups',
    certainty: 'very-low',
    certaintyReason: `${noControl}; also very imprecise (24 people in all).`,
    citations: [
      { study: 'kumar-2017', stance: 'supports' },
      { study: 'elabd-2016', stance: 'supports' },
      { study: 'bates-2022', stance: 'supports' },
    ],
  },
  {
    // A report of events, not an estimate of how often they happen: it has no GRADE certainty.
    ...common,
    key: 'msc-harm-unapproved-products',
    claimKind: 'harm',
    direction: 'against',
    statement:
      'In its notice on regenerative medicine therapies the US Food and Drug Administration (FDA) says that it has reports of blindness, tumour formation and infections after unapproved products; such reports do not show how often these harms happen.',
    outcome: 'Blindness, tumour formation and infections',
    citations: [{ study: 'fda-2021-regenerative-consumer-information', stance: 'supports' }],
  },
  {
    ...common,
    key: 'msc-status-us',
    claimKind: 'regulatory',
    direction: 'unclear',
    statement:
      'In the United States the Food and Drug Administration (FDA) stated in 2021 that no regenerative medicine therapy had been approved for any orthopaedic condition, naming disc disease and back pain, and that stem cell products marketed to treat disease need its licensure or approval also when they come from the patient’s own body; in 2020 the only stem cell products it had approved were blood-forming cells from umbilical cord blood, for disorders of blood production.',
    jurisdiction: 'us',
    regulatoryStatus: 'not-authorised',
    citations: [
      { study: 'fda-2021-regenerative-consumer-information', stance: 'supports' },
      { study: 'fda-2020-regenerative-consumer-alert', stance: 'supports' },
    ],
  },
  {
    ...common,
    key: 'msc-us-listing-is-no-approval',
    claimKind: 'regulatory',
    direction: 'unclear',
    statement:
      'According to the US Food and Drug Administration (FDA), being listed on ClinicalTrials.gov or registered with the FDA does not mean that a product complies with the law.',
    jurisdiction: 'us',
    regulatoryStatus: 'not-authorised',
    citations: [{ study: 'fda-2021-regenerative-consumer-information', stance: 'supports' }],
  },
  {
    // The guidance says what is needed; whether any product for back pain has it is not in it.
    ...common,
    key: 'msc-status-gb',
    claimKind: 'regulatory',
    direction: 'unclear',
    statement:
      'In Great Britain somatic cell therapy and tissue-engineered products are advanced therapy medicinal products, which need a marketing authorisation to be sold or supplied, and the Medicines and Healthcare products Regulatory Agency (MHRA) classifies a product where it is unclear whether it is one; whether any stem cell product has an authorisation for back pain is not established here.',
    jurisdiction: 'gb',
    regulatoryStatus: 'not-established',
    citations: [{ study: 'mhra-atmp-guidance', stance: 'supports' }],
  },
]
