import type { Study } from '../../../domain/model/index.ts'
import { statusChecked } from './dates.ts'

/** A retracted trial in dogs. It stays a draft; only a draft that must be refused cites it. */
export const retractedStudies: readonly Study[] = [
  {
    kind: 'study',
    key: 'alves-2021',
    sourceType: 'study',
    title:
      'Intra-articular Injections With Either Triamcinolone Hexacetonide, Stanozolol, Hylan G-F 20, or a Platelet Concentrate Improve Clinical Signs in Police Working Dogs With Bilateral Hip Osteoarthritis',
    authors: [
      { family: 'Alves', given: 'João C.' },
      { family: 'Santos', given: 'Ana' },
      { family: 'Jorge', given: 'Patrícia' },
      { family: 'Lavrador', given: 'Catarina' },
      { family: 'Carreira', given: 'L. Miguel' },
    ],
    authorsComplete: true,
    containerTitle: 'Frontiers in Veterinary Science',
    issued: '2021',
    volume: '7',
    page: '609889',
    identifiers: { doi: '10.3389/fvets.2020.609889', pmid: '33537353', pmcid: 'PMC7849590' },
    design: 'animal',
    sampleSize: 50,
    population: 'Police working dogs with osteoarthritis of the hip; not back pain',
    intervention:
      'Joint injection of platelet concentrate, triamcinolone, stanozolol or hylan, 10 dogs each',
    comparator: 'Control group, 10 dogs',
    followUpMonths: 5.9,
    result:
      'This article was retracted. It had reported gains in some measures over 180 days with all four injections, most sustained with platelet concentrate.',
    status: 'retracted',
    statusChecked,
    noticeDoi: '10.3389/fvets.2022.1130041',
  },
]
