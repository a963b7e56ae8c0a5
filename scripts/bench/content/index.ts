export { generatedContent, generatedNow } from './generatedContent.ts'
export type { ContentOptions, ContentPart } from './generatedContent.ts'
export { generatedGraph } from './generatedGraph.ts'
