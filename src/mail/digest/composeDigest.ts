import type { Notice, NoticeKind } from '../../domain/notices/index.ts'
import { escapeHtml } from './escapeHtml.ts'
import { plainLine, shortLine } from './plainLine.ts'
import { sentenceOf } from './sentenceOf.ts'

/** A notice with the subject as a person knows it. */
export interface DigestEntry {
  readonly notice: Notice
  /** Title, statement or name of the subject. */
  readonly title: string
  /** Where it is edited and signed; absent when it is gone. */
  readonly url?: string
}

/** A mail without its addresses. */
export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

interface Section {
  readonly heading: string
  /** How the subject line counts what stands here. */
  readonly counted: string
  readonly kinds: readonly NoticeKind[]
}

/** What is asked of the reader, the most pressing first. */
const sections: readonly Section[] = [
  { heading: 'Withheld from the feed', counted: 'withheld', kinds: ['withheld'] },
  { heading: 'Not published as planned', counted: 'not published', kinds: ['schedule-failed'] },
  { heading: 'Sent back to you', counted: 'sent back to you', kinds: ['changes-requested'] },
  {
    heading: 'Waiting for your review',
    counted: 'waiting for your review',
    kinds: ['assigned', 'submitted', 'overdue'],
  },
  { heading: 'Commented', counted: 'commented', kinds: ['comment'] },
  { heading: 'Review due soon', counted: 'due for review', kinds: ['review-due'] },
  { heading: 'Approved', counted: 'approved', kinds: ['approved'] },
]

/** All that was said of one subject under one heading. */
interface Item {
  readonly title: string
  readonly url?: string
  readonly sentences: readonly string[]
}

const longestTitle = 140

/**
 * One mail of everything a person is told: a list for each thing that is asked of them, each subject
 * once in it. Nothing in the content can become a header or markup.
 *
 * @param entries - oldest first; at least one
 * @param publicUrl - address of this installation, no trailing slash
 */
export function composeDigest(
  name: string,
  entries: readonly DigestEntry[],
  publicUrl: string,
): MailText {
  const filled = sections
    .map((section) => ({ ...section, items: itemsOf(entries, section.kinds) }))
    .filter(({ items }) => items.length > 0)
  const greeting = `Hello ${shortLine(name, 120)},`
  const closing = `You get this because you have an account at ${publicUrl}/admin.`
  const counts = filled.map(({ counted, items }) => `${String(items.length)} ${counted}`)
  return {
    subject: plainLine(`Citegate: ${counts.join(', ')}`),
    text: `${[
      greeting,
      ...filled.map(({ heading, items }) => [heading, ...items.map(itemAsText)].join('\n\n')),
      closing,
    ].join('\n\n')}\n`,
    html: [
      '<!doctype html><html lang="en"><body>',
      `<p>${escapeHtml(greeting)}</p>`,
      ...filled.map(
        ({ heading, items }) =>
          `<h2>${escapeHtml(heading)}</h2>\n<ul>\n${items.map(itemAsHtml).join('\n')}\n</ul>`,
      ),
      `<p>${escapeHtml(closing)}</p>`,
      '</body></html>\n',
    ].join('\n'),
  }
}

function itemsOf(entries: readonly DigestEntry[], kinds: readonly NoticeKind[]): readonly Item[] {
  const bySubject = new Map<string, Item>()
  for (const { notice, title, url } of entries) {
    if (!kinds.includes(notice.kind)) continue
    const before = bySubject.get(notice.subject)?.sentences ?? []
    const sentence = sentenceOf(notice)
    bySubject.set(notice.subject, {
      title: shortLine(title, longestTitle),
      ...(url === undefined ? {} : { url }),
      sentences: [...before.filter((said) => said !== sentence), sentence],
    })
  }
  return [...bySubject.values()]
}

function itemAsText({ title, url, sentences }: Item): string {
  return [
    `* ${title}`,
    ...sentences.map((sentence) => `  ${sentence}`),
    ...(url === undefined ? [] : [`  ${url}`]),
  ].join('\n')
}

function itemAsHtml({ title, url, sentences }: Item): string {
  const shown = escapeHtml(title)
  const linked = url === undefined ? shown : `<a href="${escapeHtml(url)}">${shown}</a>`
  return `<li>${[linked, ...sentences.map(escapeHtml)].join('<br>')}</li>`
}
