export { composeDigest } from './composeDigest.ts'
export type { DigestEntry, MailText } from './composeDigest.ts'
export { escapeHtml } from './escapeHtml.ts'
export { plainLine } from './plainLine.ts'
