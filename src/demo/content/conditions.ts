import type { Condition } from '../../domain/model/index.ts'

/**
 * What the demo therapies are tried for. ICD-10 as the WHO has it, only where a code fits; MeSH has
 * one descriptor for low back pain of every kind.
 */
export const conditions: readonly Condition[] = [
  {
    kind: 'condition',
    key: 'chronic-low-back-pain',
    name: 'Chronic low back pain',
    icd10: 'M54.5',
    mesh: 'D017116',
  },
  {
    kind: 'condition',
    key: 'intervertebral-disc-degeneration',
    name: 'Intervertebral disc degeneration',
    icd10: 'M51.3',
    mesh: 'D055959',
  },
  {
    kind: 'condition',
    key: 'discogenic-low-back-pain',
    name: 'Discogenic low back pain',
    mesh: 'D017116',
  },
]
