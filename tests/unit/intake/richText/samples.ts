/** Markdown of every kind that a page may hold. */
export const samples: Readonly<Record<string, string>> = {
  'nothing at all': '',
  'a paragraph over two lines': 'First line\nand second line.\n\nNext paragraph.',
  'a hard line break': 'First line\\\nsecond line.',
  formats: 'Plain **bold *bold and italic* bold** ~~struck~~ `code`.',
  'text that begins in a format': '*Italic* then plain.',
  'raised and lowered text': '10<sup>9</sup>/L of H<sub>2</sub>O.',
  'characters with a meaning in Markdown': '\\* 5 < 7 > 3 & \\_x\\_ 10\\^9 \\[y\\] 1\\. a|b',
  headings: '### Third\n\ntext\n\n#### Fourth',
  'links, one of them bold':
    'See [the registry](https://registry.example/a?b=c&d) or **[this](mailto:a@b.example)**.',
  'an address on its own': 'See https://registry.example/ for more.',
  'a quotation': '> One *paragraph*.',
  lists: '- a\n- b\n\n7. c\n8. d',
  'nested lists': '1. a\n   - b\n     - c\n   - d\n2. e',
  'a rule': 'a\n\n---\n\nb',
  'a table': '| a | b |\n| --- | --- |\n| {{one-claim}} | **d** |\n| | e |',
  claims: '{{one-claim}} And {{another-claim}}\n\n{{one-claim}}',
}
