import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beginRelease, openRelease, type OpenedRelease } from '../../../src/repository/index.ts'
import { contentOf, keyFolder, today } from './publishing.ts'
import { memoryStore } from './stores.ts'

/** One step of a release. `fill` puts all items before one, `cut` removes all after it. */
type Step =
  | { readonly does: 'put'; readonly item: number }
  | { readonly does: 'remove'; readonly item: number }
  | { readonly does: 'keep'; readonly item: number }
  | { readonly does: 'fill'; readonly to: number }
  | { readonly does: 'cut'; readonly to: number }
  | { readonly does: 'keepAll' }

interface Plan {
  readonly startsEmpty: boolean
  readonly steps: readonly Step[]
}

function plans(sizes: readonly number[]): fc.Arbitrary<readonly Plan[]> {
  const item = fc.nat({ max: Math.max(...sizes) + 5 })
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ does: fc.constant('put'), item }),
    fc.record({ does: fc.constant('remove'), item }),
    fc.record({ does: fc.constant('keep'), item }),
    fc.record({ does: fc.constant('fill'), to: fc.constantFrom(...sizes) }),
    fc.record({ does: fc.constant('cut'), to: fc.constantFrom(...sizes) }),
    fc.constant({ does: 'keepAll' } as const),
  )
  const steps = fc.array(step, { maxLength: 8 })
  return fc.array(fc.record({ startsEmpty: fc.boolean(), steps }), { minLength: 1, maxLength: 5 })
}

function pathOf(item: number): string {
  return item % 7 === 0 ? `us-en/list-${String(item)}.json` : `us-en/claims/${String(item)}.md`
}

/** Does the same to a release and to a plain map. */
async function release(
  store: ReturnType<typeof memoryStore>,
  keys: Parameters<typeof beginRelease>[0]['keys'],
  { startsEmpty, steps }: Plan,
  base: OpenedRelease | null,
  before: ReadonlyMap<string, string>,
): Promise<{ readonly opened: OpenedRelease; readonly after: ReadonlyMap<string, string> }> {
  const number = (base?.release ?? 0) + 1
  const draft = await beginRelease({ store, keys, base, now: today, startsEmpty })
  const after = new Map(startsEmpty ? [] : before)
  const put = async (path: string): Promise<void> => {
    const text = `${path} of ${String(number)}`
    after.set(path, text)
    await draft.put(path, Buffer.from(text))
  }
  const remove = (path: string): void => {
    after.delete(path)
    draft.remove(path)
  }
  const keep = (path: string): void => {
    const text = before.get(path)
    if (text === undefined) return
    after.set(path, text)
    draft.keep(path)
  }
  for (const step of steps) {
    switch (step.does) {
      case 'put':
        await put(pathOf(step.item))
        break
      case 'remove':
        remove(pathOf(step.item))
        break
      case 'keep':
        keep(pathOf(step.item))
        break
      case 'keepAll':
        for (const path of before.keys()) keep(path)
        break
      case 'fill':
        for (let at = 0; at < step.to; at += 1) await put(pathOf(at))
        break
      case 'cut':
        for (let at = step.to; at < 1500; at += 1) remove(pathOf(at))
        break
    }
  }
  await put('index.json')
  const outcome = await draft.commit({ release: number, auditHead: null })
  if (!outcome.ok) throw new Error(outcome.reason)
  return { opened: outcome.release, after }
}

it.each([
  ['without bins', [1, 5, 30], 60],
  ['with bins, split and joined', [3, 1050, 1400], 12],
])('reads back what a plain map would hold: %s', async (_, sizes, numRuns) => {
  await using folder = await keyFolder()
  const property = fc.asyncProperty(plans(sizes), async (releases) => {
    const store = memoryStore()
    let base: OpenedRelease | null = null
    let content: ReadonlyMap<string, string> = new Map()
    for (const plan of releases) {
      const { opened, after } = await release(store, folder.keys, plan, base, content)
      const expected = Object.fromEntries(after)
      expect(await contentOf(opened)).toEqual(expected)
      expect(opened.targets).toBe(after.size)
      // As another process sees it, which has read nothing before.
      const anew: OpenedRelease | null = await openRelease(store)
      if (anew === null) throw new Error('There is a release.')
      expect(await contentOf(anew)).toEqual(expected)
      base = opened
      content = after
    }
  })
  await fc.assert(property, { numRuns })
})
