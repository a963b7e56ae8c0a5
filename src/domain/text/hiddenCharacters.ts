const names: Readonly<Record<number, string>> = {
  0x0000: 'NUL',
  0x061c: 'Arabic letter mark',
  0x200b: 'zero-width space',
  0x200c: 'zero-width non-joiner',
  0x200d: 'zero-width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0xfeff: 'zero-width no-break space',
}

// Controls but for tab and line ends; direction, zero-width and tag characters; halves of surrogate
// pairs, which no UTF-8 file can hold.
const hidden =
  /(?![\t\n\r])[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

/** A character that nobody sees, or that turns the order of words around. */
export interface HiddenCharacter {
  /** Its code point, and its name where it has one: `U+202E (right-to-left override)`. */
  readonly description: string
  /** Where it first stands, in UTF-16 units. */
  readonly offset: number
}

/** Each hidden character of a text once, in order of first appearance (Unicode Technical Report 36). */
export function hiddenCharactersIn(text: string): readonly HiddenCharacter[] {
  const first = new Map<string, number>()
  for (const { 0: character, index } of text.matchAll(hidden)) {
    if (!first.has(character)) first.set(character, index)
  }
  return [...first].map(([character, offset]) => ({ description: describe(character), offset }))
}

function describe(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  const name = names[codePoint]
  const number = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return name === undefined ? number : `${number} (${name})`
}
