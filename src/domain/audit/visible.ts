/**
 * Text from content, safe to show on a terminal or in a line of a report: control characters, line
 * breaks, invisible characters and those that turn the direction of writing stand as their code, so
 * that no text can look like a row of its own or steer a terminal. Nothing is lost: the backslash
 * that marks a code is itself written twice.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\]/gu, (character) =>
    character === '\\'
      ? '\\\\'
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`,
  )
}
