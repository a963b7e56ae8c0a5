export { renderChunk } from './renderChunk.ts'
export type { Chunk, RenderedChunk, WrittenForm, WrittenItem } from './renderChunk.ts'
export { renderPool } from './renderPool.ts'
export type { PoolOptions, RenderPool } from './renderPool.ts'
