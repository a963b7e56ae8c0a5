import type { Measure } from './bench/benchmark.ts'
import { benchmarks } from './bench/benchmarks.ts'
import { CalledWrongly, runCommand } from './command.ts'

await runCommand({
  name: 'bench',
  about: `Measures, each number beside a floor from the same run:\n\n${benchmarks
    .map(({ name, about }) => `  ${name}: ${about}`)
    .join('\n')}`,
  flags: {
    only: { type: 'string', value: 'NAME,…', about: 'run these; all but long ones if not given' },
    quick: { type: 'boolean', about: 'take seconds instead of minutes' },
  },
  run: async ({ flags, say, progress }) => {
    const usual = benchmarks.filter(({ isLong }) => isLong !== true).map(({ name }) => name)
    const wanted = flags.only?.split(',') ?? usual
    const unknown = wanted.filter((name) => !benchmarks.some((known) => known.name === name))
    if (unknown.length > 0) throw new CalledWrongly(`No benchmark is called ${unknown.join(', ')}.`)
    let isGoodEnough = true
    for (const { name, run } of benchmarks.filter((known) => wanted.includes(known.name))) {
      for (const measure of await run({ isQuick: flags.quick, progress })) {
        say(`${name}: ${inWords(measure)}`, { benchmark: name, ...measure })
        isGoodEnough &&= measure.ratio >= (measure.target ?? 0)
      }
    }
    return isGoodEnough ? 0 : 1
  },
})

function inWords({ name, value, unit, floor, ratio, target }: Measure): string {
  const goal = target === undefined ? '' : ` (target ${target})`
  return `${name} ${rounded(value)} ${unit}, ${floor.name} ${rounded(floor.value)}, ratio ${ratio.toFixed(2)}${goal}`
}

function rounded(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
