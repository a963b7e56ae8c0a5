import type {
  Actor,
  Article,
  Disclaimer,
  HealthAspect,
  Therapy,
  WithdrawalKind,
} from '../../domain/model/index.ts'

/** How far an item of the demo content is taken. */
export type DemoStage =
  'draft' | 'in-review' | 'changes-requested' | 'approved' | 'live' | 'withdrawn'

/** One item of the demo content, and who does what with it. */
export interface DemoItem<S> {
  readonly subject: S
  readonly stage: DemoStage
  /** Key of the person who writes it. */
  readonly author: string
  /**
   * Keys of the people who sign it, who sends it back where changes are requested, or who is to
   * read it while in review. None where nobody has to.
   */
  readonly reviewers: readonly string[]
  /** Why changes are requested or why it is withdrawn. */
  readonly reason?: string
  /** Of which kind its withdrawal is. */
  readonly withdrawalKind?: WithdrawalKind
  /** Who of its reviewers is asked by its author, and until when. */
  readonly assignment?: { readonly assignee: string; readonly dueInDays: number }
  /** What one of its reviewers remarked and nobody has resolved. */
  readonly comment?: { readonly by: string; readonly place: string; readonly text: string }
  /** In how many days its author has it published. */
  readonly publishInDays?: number
}

/** A section whose text is Markdown, with `{{claim-key}}` where a claim stands. */
export interface DemoSection {
  readonly heading: string
  readonly aspect: HealthAspect
  readonly body: string
}

export type DemoTherapy = Omit<Therapy, 'sections'> & { readonly sections: readonly DemoSection[] }

export type DemoArticle = Omit<Article, 'sections'> & { readonly sections: readonly DemoSection[] }

/** A therapy or an article whose sections are Markdown. */
export type DemoPage = DemoTherapy | DemoArticle

/** A disclaimer whose text is Markdown. */
export type DemoDisclaimer = Omit<Disclaimer, 'body'> & { readonly body: string }

/** An account of the demo content. Nobody of that name exists. */
export type DemoPerson = Actor & { readonly email: string; readonly isFictitious: true }
