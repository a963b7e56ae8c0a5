import type { Benchmark } from './benchmark.ts'
import { memory, releasing } from './releasing/releasing.ts'
import { rendering } from './rendering/rendering.ts'
import { rest } from './serving/rest.ts'
import { serving } from './serving/serving.ts'
import { steady } from './serving/steady.ts'

export const benchmarks: readonly Benchmark[] = [
  serving,
  rest,
  steady,
  rendering,
  releasing,
  memory,
]
