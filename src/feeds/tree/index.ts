export {
  claimDirective,
  disclaimerDirective,
  isOurDirective,
  noticeDirective,
  withoutDirectives,
} from './directives.ts'
export { isAllowedUrl } from './isAllowedUrl.ts'
export { mergeAdjacent } from './mergeAdjacent.ts'
export { Refused, orRefusal } from './refusal.ts'
export type { RichTextRefusal } from './refusal.ts'
