const words: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  'forty-six': '46',
  'one hundred': '100',
}
const word = new RegExp(`\\b(?:${Object.keys(words).toReversed().join('|')})\\b`, 'gi')

/** The numbers that a text states, in figures or in words; "one" is too often no number. */
export function numbersIn(text: string): Set<string> {
  const figures = text.replace(word, (match) => ` ${words[match.toLowerCase()] ?? match} `)
  return new Set(figures.match(/\d+(?:[.,]\d+)*/g))
}
