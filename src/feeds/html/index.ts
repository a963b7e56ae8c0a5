export { renderHtml } from './renderHtml.ts'
export type { HtmlOptions, HtmlResult } from './renderHtml.ts'
