import type { MedicalObservationalStudyLeaf, MedicalTrialLeaf } from 'schema-dts'
import type { Study, StudyDesign } from '../../domain/model/index.ts'
import { present } from './jsonLd.ts'
import { schemaMember } from './ownTerms.ts'

type StudyType =
  | {
      readonly type: 'MedicalTrial'
      readonly design?: 'RandomizedTrial'
    }
  | {
      readonly type: 'MedicalObservationalStudy'
      readonly design: 'CaseSeries' | 'CohortStudy' | 'CrossSectional' | 'Observational'
    }

/**
 * A study design as schema.org has it, where it has it. It knows no non-randomised trial: that is a
 * trial whose design is not said. It knows no case-control study: that is an observational one. A
 * single case is no series, and animals and cells are no study of human health: these have no type.
 * Reviews are articles about other people's studies.
 */
const types: Readonly<Record<StudyDesign, StudyType | undefined>> = {
  'randomized-controlled-trial': { type: 'MedicalTrial', design: 'RandomizedTrial' },
  'non-randomized-controlled-trial': { type: 'MedicalTrial' },
  cohort: { type: 'MedicalObservationalStudy', design: 'CohortStudy' },
  'case-control': { type: 'MedicalObservationalStudy', design: 'Observational' },
  'cross-sectional': { type: 'MedicalObservationalStudy', design: 'CrossSectional' },
  'case-series': { type: 'MedicalObservationalStudy', design: 'CaseSeries' },
  'case-report': undefined,
  'meta-analysis': undefined,
  'systematic-review': undefined,
  'narrative-review': undefined,
  animal: undefined,
  'in-vitro': undefined,
}

/** The study that a source reports, as schema.org knows one; undefined where it knows none such. */
export function studyEntity(
  study: Study,
): MedicalTrialLeaf | MedicalObservationalStudyLeaf | undefined {
  const known =
    study.sourceType === 'study' && study.design !== undefined ? types[study.design] : undefined
  if (known === undefined) return undefined
  const registered = registration(study)
  if (known.type === 'MedicalObservationalStudy') {
    return present({
      '@type': known.type,
      studyDesign: schemaMember(known.design),
      identifier: registered,
    })
  }
  return present({
    '@type': known.type,
    trialDesign: known.design && schemaMember(known.design),
    identifier: registered,
  })
}

/** A register's number names the study, not the article that reports it. */
function registration({ identifiers: { nct } }: Study) {
  return nct === undefined
    ? undefined
    : ({ '@type': 'PropertyValue', propertyID: 'ClinicalTrials.gov', value: nct } as const)
}
