import type { ApprovalMeaning } from '../../domain/model/index.ts'

/** What a signature says, in the signer's own voice (21 CFR 11.50(a)(3)). */
export const meaningWords: Readonly<Record<ApprovalMeaning, string>> = {
  'medically-accurate': 'The text is medically accurate.',
  'evidence-checked': 'I have read the cited evidence, and it carries the text.',
  'approved-for-publication': 'I approve the text for publication.',
}
