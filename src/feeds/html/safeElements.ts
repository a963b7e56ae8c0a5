import type { Schema } from 'hast-util-sanitize'

/**
 * The elements, attributes and addresses of our HTML; all else is taken out, whatever stood in the
 * text. Ids come from footnotes alone and carry the prefix of their item already.
 */
export const safeElements: Schema = {
  tagNames: [
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'section'],
    ...['strong', 'em', 'del', 'code', 'a', 'img', 'sup'],
  ],
  attributes: {
    a: [
      ...['href', 'id', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
      ['className', 'data-footnote-backref'],
    ],
    img: ['src', 'alt'],
    h2: ['id', ['className', 'sr-only']],
    li: ['id'],
    ol: ['start'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    th: ['align'],
    td: ['align'],
    '*': [['dir', 'auto']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  ancestors: Object.fromEntries(
    ['thead', 'tbody', 'tr', 'th', 'td'].map((name) => [name, ['table']]),
  ),
  clobber: [],
  required: {},
  strip: ['script', 'style'],
  allowComments: false,
  allowDoctypes: false,
}
