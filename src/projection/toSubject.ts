import type { Condition, Disclaimer, Subject } from '../domain/model/index.ts'
import type {
  Article as ArticleDocument,
  Claim as ClaimDocument,
  Condition as ConditionDocument,
  Disclaimer as DisclaimerDocument,
  Study as StudyDocument,
  Therapy as TherapyDocument,
} from '../payload-types.ts'
import type { Keys } from './keys.ts'
import type { GatedDocument, GatedSlug } from './kinds.ts'
import { optional, present } from './text.ts'
import { toClaim } from './toClaim.ts'
import { toArticle, toTherapy } from './toPage.ts'
import { toRichText } from './toRichText.ts'
import { toStudy } from './toStudy.ts'

/**
 * A document of a gated collection as the domain sees it.
 *
 * @throws RichTextRefused when its text holds what no feed could show faithfully
 */
export function toSubject(slug: GatedSlug, document: GatedDocument, keys: Keys): Subject {
  switch (slug) {
    case 'studies':
      return toStudy(document as Partial<StudyDocument>)
    case 'claims':
      return toClaim(document as Partial<ClaimDocument>, keys)
    case 'therapies':
      return toTherapy(document as Partial<TherapyDocument>, keys)
    case 'articles':
      return toArticle(document as Partial<ArticleDocument>, keys)
    case 'conditions':
      return toCondition(document as Partial<ConditionDocument>)
    case 'disclaimers':
      return toDisclaimer(document as Partial<DisclaimerDocument>, keys)
  }
}

function toCondition(document: Partial<ConditionDocument>): Condition {
  return present({
    kind: 'condition' as const,
    key: document.key ?? '',
    name: document.name ?? '',
    icd10: optional(document.icd10),
    mesh: optional(document.mesh),
  })
}

function toDisclaimer(document: Partial<DisclaimerDocument>, keys: Keys): Disclaimer {
  return present({
    kind: 'disclaimer' as const,
    key: document.key ?? '',
    language: document.language ?? '',
    translationOf:
      document.translationOf === null || document.translationOf === undefined
        ? undefined
        : keys.of(document.translationOf),
    slots: document.slots ?? [],
    jurisdictions: document.jurisdictions ?? [],
    body: toRichText(document.body, keys, 'body'),
  })
}
