import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { element, xmlDocument } from '../../../../src/feeds/forms/xml.ts'
import { hostileText } from './hostileText.ts'
import { readXml } from './readXml.ts'

/** What of a text XML 1.0 can hold (2.2). */
function allowed(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    const isAllowed =
      [0x9, 0xa, 0xd].includes(code) ||
      (code >= 0x20 && code <= 0xd7ff) ||
      (code >= 0xe000 && code <= 0xfffd) ||
      code >= 0x1_00_00
    return isAllowed ? character : '\uFFFD'
  }).join('')
}

describe('an XML document', () => {
  it.each([
    ['a < b & c > d', '<a>a &lt; b &amp; c &gt; d</a>'],
    ['not the end: ]]>', '<a>not the end: ]]&gt;</a>'],
    ['"quoted"', '<a>"quoted"</a>'],
    ['one\r\ntwo', '<a>one&#13;\ntwo</a>'],
    ['bell \u0007 and half \uD800', '<a>bell \uFFFD and half \uFFFD</a>'],
    ['', '<a/>'],
  ])('holds %j', (text, written) => {
    expect(xmlDocument(element('a', {}, text))).toBe(
      `<?xml version="1.0" encoding="utf-8"?>\n${written}\n`,
    )
  })

  it('escapes what would end an attribute or be read as a space in it', () => {
    const written = xmlDocument(element('a', { b: '"<&\t\n', c: undefined }))
    expect(written).toContain('<a b="&quot;&lt;&amp;&#9;&#10;"/>')
  })

  it('is read back as it was meant, whatever its texts and attributes hold', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (attribute, first, second) => {
        const root = element('root', { attribute }, [
          element('first', {}, first),
          element('second', {}, second),
        ])
        const read = readXml(xmlDocument(root))
        expect(read.attributes).toEqual({ attribute: allowed(attribute) })
        expect(read.children.map(({ text }) => text)).toEqual([first, second].map(allowed))
      }),
      { numRuns: 500 },
    )
  })
})
