import type { Benchmark } from './benchmark.ts'
import { memory, releasing } from './releasing/releasing.ts'
import { rendering } from './rendering/rendering.ts'
import { serving } from './serving/serving.ts'

export const benchmarks: readonly Benchmark[] = [serving, rendering, releasing, memory]
