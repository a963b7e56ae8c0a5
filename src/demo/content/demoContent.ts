import type { Channel, Claim, Condition, Study, Subject } from '../../domain/model/index.ts'
import { policyFor } from '../../domain/review/index.ts'
import { channels } from './channels.ts'
import { plateletClaims } from './claims/plateletClaims.ts'
import { prolotherapyClaims } from './claims/prolotherapyClaims.ts'
import { stemCellClaims } from './claims/stemCellClaims.ts'
import { unfinishedClaims } from './claims/unfinishedClaims.ts'
import { conditions } from './conditions.ts'
import { disclaimers, draftDisclaimer } from './disclaimers.ts'
import { draftArticle } from './pages/draftArticle.ts'
import { plateletPage } from './pages/plateletPage.ts'
import { prolotherapyPage } from './pages/prolotherapyPage.ts'
import { regenerativeArticle } from './pages/regenerativeArticle.ts'
import { stemCellPage } from './pages/stemCellPage.ts'
import { people } from './people.ts'
import { documents } from './studies/documents.ts'
import { plateletStudies } from './studies/plateletStudies.ts'
import { prolotherapyStudies } from './studies/prolotherapyStudies.ts'
import { retractedStudies } from './studies/retractedStudies.ts'
import { stemCellStudies } from './studies/stemCellStudies.ts'
import type { DemoArticle, DemoDisclaimer, DemoItem, DemoPerson, DemoTherapy } from './types.ts'

/** All that a demonstration starts with. Loading it takes the roads that real content takes. */
export interface DemoContent {
  readonly people: readonly DemoPerson[]
  readonly channels: readonly Channel[]
  readonly conditions: readonly DemoItem<Condition>[]
  readonly studies: readonly DemoItem<Study>[]
  readonly claims: readonly DemoItem<Claim>[]
  readonly disclaimers: readonly DemoItem<DemoDisclaimer>[]
  readonly therapies: readonly DemoItem<DemoTherapy>[]
  readonly articles: readonly DemoItem<DemoArticle>[]
}

/** Who writes a subject, and who signs it, in the order in which they are asked. */
interface Desk {
  readonly author: string
  readonly signers: readonly string[]
}

const stemCellDesk: Desk = {
  author: 'demo-editor',
  signers: ['demo-reviewer', 'demo-reviewer-2'],
}
const injectionDesk: Desk = {
  author: 'demo-editor-2',
  signers: ['demo-reviewer-2', 'demo-reviewer'],
}

export const demoContent: DemoContent = {
  people,
  channels,
  conditions: live(stemCellDesk, conditions),
  studies: [
    ...live(stemCellDesk, stemCellStudies),
    ...live(injectionDesk, plateletStudies),
    ...live(injectionDesk, prolotherapyStudies),
    ...live(injectionDesk, documents),
    ...retractedStudies.map((subject) => draft(injectionDesk, subject)),
  ],
  claims: [
    ...live(stemCellDesk, stemCellClaims),
    ...live(injectionDesk, plateletClaims),
    ...live(injectionDesk, prolotherapyClaims),
    ...unfinishedClaims,
  ],
  disclaimers: [
    ...disclaimers.map((subject) => signedOnce(stemCellDesk, subject)),
    draft(stemCellDesk, draftDisclaimer),
  ],
  therapies: [
    signedOnce(stemCellDesk, stemCellPage),
    signedOnce(injectionDesk, plateletPage),
    signedOnce(injectionDesk, prolotherapyPage),
  ],
  articles: [signedOnce(stemCellDesk, regenerativeArticle), draft(injectionDesk, draftArticle)],
}

/** Live, signed by as many people as the policy asks for. */
function live<S extends Subject>({ author, signers }: Desk, subjects: readonly S[]): DemoItem<S>[] {
  return subjects.map((subject) => ({
    subject,
    stage: 'live',
    author,
    reviewers: signers.slice(0, policyFor(subject).approvals),
  }))
}

/** Live, with the one signature that the policy asks of pages and disclaimers. */
function signedOnce<S>({ author, signers }: Desk, subject: S): DemoItem<S> {
  return { subject, stage: 'live', author, reviewers: signers.slice(0, 1) }
}

function draft<S>({ author }: Desk, subject: S): DemoItem<S> {
  return { subject, stage: 'draft', author, reviewers: [] }
}
