import { withoutSpace } from '../markdownWords.ts'

/**
 * Text as it is compared: without white space, and with straight quotation marks, which some sites bend.
 * Dashes, dots and digits stay what they are.
 */
export function plainWords(text: string): string {
  return withoutSpace(text.normalize('NFC'))
    .replace(/[“”„‟″]/gu, '"')
    .replace(/[‘’‚‛′]/gu, "'")
}
