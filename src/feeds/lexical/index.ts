export { emptyRichText, lexicalToMdast } from './lexicalToMdast.ts'
export type { RichTextResult } from './lexicalToMdast.ts'
export type { LexicalReferences, ReferencedMedia } from './lexicalReferences.ts'
