import type {
  Authority,
  Concern,
  Graph,
  Severity,
  Subject,
  SubjectKind,
  SubjectOf,
} from '../model/index.ts'

/** What a rule reports: the parts of a finding that differ from place to place. */
export interface RuleHit {
  readonly place: string
  readonly message: string
  readonly remedy: string
  readonly channel?: string
}

/** What a rule looks at. `now` is handed in; the core never asks the clock. */
export interface RuleContext {
  readonly graph: Graph
  readonly now: Date
}

/** A situation that shows what a rule does. */
export interface RuleExample<S extends Subject = Subject> {
  /** What is the case, as a sentence fragment: `a benefit claim citing only a rabbit study`. */
  readonly name: string
  readonly subject: S
  readonly graph: Graph
  readonly now?: Date
}

/** One rule of the gate, with its authority and the examples that prove it. */
export interface Rule<K extends SubjectKind = SubjectKind> {
  /** Kebab-case, permanent: findings are quoted by it. */
  readonly id: string
  readonly severity: Severity
  readonly concern: Concern
  readonly kinds: readonly K[]
  readonly authority: Authority
  readonly evaluate: (subject: SubjectOf<K>, context: RuleContext) => readonly RuleHit[]
  readonly examples: {
    readonly fires: readonly RuleExample<SubjectOf<K>>[]
    readonly passes: readonly RuleExample<SubjectOf<K>>[]
  }
}

/** A rule whose kinds are known only to itself, as the registry holds it. */
export type AnyRule = Omit<Rule, 'evaluate' | 'examples'> & {
  readonly evaluate: (subject: Subject, context: RuleContext) => readonly RuleHit[]
  readonly examples: {
    readonly fires: readonly RuleExample[]
    readonly passes: readonly RuleExample[]
  }
}

/** Closes a rule over its kinds: it is silent about every other kind of subject. */
export function defineRule<K extends SubjectKind>(rule: Rule<K>): AnyRule {
  return {
    ...rule,
    evaluate: (subject, context) =>
      (rule.kinds as readonly SubjectKind[]).includes(subject.kind)
        ? rule.evaluate(subject as SubjectOf<K>, context)
        : [],
  }
}
