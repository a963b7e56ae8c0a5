import fc from 'fast-check'

/** Text that a writer is likely to get wrong: markup, control characters, directions, TeX. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['<', '>', '&', '"', "'", ']]>', '<![CDATA[', '&amp;', '&#0;', '<!--', '-->', '<?x?>'],
        ...['\\', '{', '}', '$', '%', '#', '_', '^', '~', '--', '``', "''", '?`', '@', ','],
        ...['\u0000', '\u0008', '\u000B', '\u001F', '\u007F', '\u0085', '\uFFFE', '\uFFFF'],
        ...['\t', '\n', '\r', '\r\n', ' ', '  ', '\u00A0', '\u2028'],
        ...['\u202E', '\u200F', 'שלום', 'مرحبا', '10⁹/L', '≥ 5 mg', 'β', '💉', '\uD800', '\uDC00'],
        ...[' and ', 'and', 'others', '[^a]', '\n\n', '---\n'],
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
