import type { Article, Section, Therapy } from '../domain/model/index.ts'
import type { Article as ArticleDocument, Therapy as TherapyDocument } from '../payload-types.ts'
import type { Keys } from './keys.ts'
import { toRichText } from './toRichText.ts'
import { present } from './text.ts'

/**
 * The page parts of a document.
 *
 * @throws RichTextRefused when a section holds what no feed could show faithfully
 */
function pageBody(document: Partial<ArticleDocument | TherapyDocument>, keys: Keys) {
  return present({
    key: document.key ?? '',
    language: document.language ?? '',
    translationOf:
      document.translationOf === null || document.translationOf === undefined
        ? undefined
        : keys.of(document.translationOf),
    title: document.title ?? '',
    summary: document.summary ?? '',
    conditions: (document.conditions ?? []).map(keys.of),
    channels: (document.channels ?? []).map(keys.of),
    sections: (document.sections ?? []).map((section, index): Section => ({
      heading: section.heading,
      aspect: section.aspect,
      body: toRichText(section.body, keys, `sections.${String(index)}.body`),
    })),
    statusNotEstablished: (document.statusNotEstablished ?? []).map((entry) => ({
      therapy: keys.of(entry.therapy),
      jurisdiction: entry.jurisdiction,
      searchedOn: entry.searchedOn,
    })),
  })
}

/** A therapy document as the domain sees it. Throws like `pageBody`. */
export function toTherapy(document: Partial<TherapyDocument>, keys: Keys): Therapy {
  return {
    kind: 'therapy',
    ...pageBody(document, keys),
    alternateNames: (document.alternateNames ?? []).map(({ name }) => name),
  }
}

/** An article document as the domain sees it. Throws like `pageBody`. */
export function toArticle(document: Partial<ArticleDocument>, keys: Keys): Article {
  return {
    kind: 'article',
    ...pageBody(document, keys),
    therapies: (document.therapies ?? []).map(keys.of),
  }
}
