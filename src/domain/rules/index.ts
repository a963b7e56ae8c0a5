export { evaluate } from './evaluate.ts'
export { exampleGraph, graphOf } from './exampleGraph.ts'
export {
  exampleBoth,
  exampleEditor,
  exampleGraphAfter,
  exampleLog,
  exampleReviewer,
  exampleSecondReviewer,
  signed,
} from './exampleLog.ts'
export type { ExampleStep } from './exampleLog.ts'
export {
  claimAlone,
  heading,
  image,
  list,
  paragraph,
  reference,
  richText,
  table,
} from './exampleRichText.ts'
export {
  exampleArticle,
  exampleBenefit,
  exampleChannel,
  exampleCondition,
  exampleDisclaimer,
  exampleHarm,
  exampleNotice,
  exampleNow,
  exampleRabbitStudy,
  exampleSection,
  exampleStatus,
  exampleStudy,
  exampleTherapy,
  slotWhen,
} from './exampleSubjects.ts'
export { registry } from './registry.ts'
export { defineRule } from './rule.ts'
export type { AnyRule, Rule, RuleContext, RuleExample, RuleHit } from './rule.ts'
