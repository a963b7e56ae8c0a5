import { describe, expect, it } from 'vitest'
import type { Notice, NoticeKind } from '../../../../src/domain/notices/index.ts'
import { noticeKinds } from '../../../../src/domain/notices/index.ts'
import { composeDigest } from '../../../../src/mail/digest/composeDigest.ts'
import type { DigestEntry } from '../../../../src/mail/digest/composeDigest.ts'
import { sentenceOf } from '../../../../src/mail/digest/sentenceOf.ts'

const site = 'https://cms.example.org'

function entry(kind: NoticeKind, about = 'example', more: Partial<Notice> = {}): DigestEntry {
  return {
    notice: { person: 'ed', kind, subject: `claim/${about}`, occasion: '1', by: 'Rea', ...more },
    title: `The title of ${about}`,
    url: `${site}/admin/collections/claims/${about}`,
  }
}

describe('a digest', () => {
  it('is one list for each thing that is asked of the reader, the most pressing first', () => {
    const { subject, text } = composeDigest(
      'Ed',
      [
        entry('approved', 'one', { missing: 1 }),
        entry('assigned', 'two', { due: '2026-02-01' }),
        entry('withheld', 'three', { reason: 'Its source was retracted.' }),
        entry('assigned', 'four'),
      ],
      site,
    )
    expect(subject).toBe('Citegate: 1 withheld, 2 waiting for your review, 1 approved')
    expect(text).toBe(`Hello Ed,

Withheld from the feed

* The title of three
  It fails the gate and is out of the feed. Its source was retracted.
  https://cms.example.org/admin/collections/claims/three

Waiting for your review

* The title of two
  Rea asks you to review it by 2026-02-01.
  https://cms.example.org/admin/collections/claims/two

* The title of four
  Rea asks you to review it.
  https://cms.example.org/admin/collections/claims/four

Approved

* The title of one
  Rea approved it. One more signature is missing.
  https://cms.example.org/admin/collections/claims/one

You get this because you have an account at https://cms.example.org/admin.
`)
  })

  it('names a subject once in a list, with all that was said of it', () => {
    const { subject, text } = composeDigest(
      'Ed',
      [
        entry('comment', 'one', { reason: 'Why?', place: 'statement' }),
        entry('comment', 'one', { reason: 'Who says so?' }),
        entry('comment', 'one', { reason: 'Who says so?' }),
      ],
      site,
    )
    expect(subject).toBe('Citegate: 1 commented')
    expect(text.match(/The title of one/g)).toHaveLength(1)
    expect(text).toContain('  Rea on statement: Why?\n  Rea: Who says so?\n  https:')
  })

  it('says the same in HTML', () => {
    const { html } = composeDigest('Ed', [entry('approved', 'one', { missing: 0 })], site)
    expect(html).toContain('<h2>Approved</h2>')
    expect(html).toContain(
      '<li><a href="https://cms.example.org/admin/collections/claims/one">The title of one</a><br>Rea approved it. Its signatures are complete.</li>',
    )
  })

  it('names what is gone without a link', () => {
    const { notice } = entry('comment', 'gone', { reason: 'Why?' })
    const { text, html } = composeDigest('Ed', [{ notice, title: 'claim/gone' }], site)
    expect(text).toContain('* claim/gone\n  Rea: Why?\n\n')
    expect(html).toContain('<li>claim/gone<br>Rea: Why?</li>')
  })

  it('lets no content become markup', () => {
    const hostile = `<img src=x onerror="alert('1')">&amp;`
    const { html } = composeDigest(
      hostile,
      [
        {
          ...entry('comment', 'one', { reason: hostile, by: hostile, place: hostile }),
          title: hostile,
        },
        { ...entry('assigned'), url: `${site}/"><script>` },
      ],
      site,
    )
    expect(html).not.toMatch(/<img|<script|onerror="/)
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;')
    expect(html).toContain('href="https://cms.example.org/&quot;&gt;&lt;script&gt;"')
  })

  it('lets no content begin a line of its own', () => {
    const hostile = 'Bcc\r\nBcc: all@example.org\u2028\u0000\u202Ereversed'
    const { subject, text } = composeDigest(
      hostile,
      [
        {
          ...entry('comment', 'one', { reason: hostile, by: hostile, place: hostile }),
          title: hostile,
        },
      ],
      site,
    )
    expect(subject).toMatch(/^[\x20-\x7E]*$/)
    expect(text).not.toMatch(/^Bcc:/m)
    expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u2028\u202E]/u)
    expect(text).toContain('* Bcc Bcc: all@example.org reversed\n')
  })

  it('shortens what is long, between words and never inside a character', () => {
    const long = 'word '.repeat(400)
    const { text } = composeDigest(
      'Ed',
      [{ ...entry('comment', 'one', { reason: long }), title: '😀'.repeat(400) }],
      site,
    )
    expect(text.length).toBeLessThan(1200)
    expect(text).toContain('word…\n')
    expect(() => encodeURIComponent(text)).not.toThrow()
  })

  it('has words for every kind of notice, with and without details', () => {
    for (const kind of noticeKinds) {
      const bare = { person: 'ed', kind, subject: 'claim/example', occasion: '1' } as const
      const full = { ...bare, by: 'Rea', reason: 'Why.', due: '2026-02-01', missing: 2 }
      for (const notice of [bare, { ...full, publishAt: '2026-02-01T08:30:00.000Z', place: 'x' }]) {
        const { subject, text } = composeDigest('Ed', [{ ...entry(kind), notice }], site)
        expect(subject).toMatch(/^Citegate: 1 [a-z ]+$/)
        expect(text).toContain(sentenceOf(notice))
        expect(sentenceOf(notice)).not.toMatch(/undefined|null/)
      }
    }
  })
})
