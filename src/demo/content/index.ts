export { demoContent } from './demoContent.ts'
export type { DemoContent } from './demoContent.ts'
export type {
  DemoArticle,
  DemoDisclaimer,
  DemoItem,
  DemoPage,
  DemoPerson,
  DemoSection,
  DemoStage,
  DemoTherapy,
} from './types.ts'
