export { renderMarkdown } from './renderMarkdown.ts'
export type { MarkdownResult } from './renderMarkdown.ts'
export type { MarkdownOptions } from './publishable.ts'
export { unicodeScript } from './unicodeScript.ts'
