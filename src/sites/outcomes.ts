/**
 * What becomes of things that this process does and whoever looks after it counts. Deliveries of
 * webhooks are counted here: `countOutcome('webhook', 'delivered')`.
 */
const place = Symbol.for('citegate.outcomes')

/** How often each outcome came about, by what was done. */
type Outcomes = Map<string, Map<string, number>>

/** Next bundles the CMS apart from the program that serves: only what is global is there once. */
function outcomes(): Outcomes {
  const holder = globalThis as unknown as Record<typeof place, Outcomes | undefined>
  return (holder[place] ??= new Map<string, Map<string, number>>())
}

/**
 * @param what - a word of the program, not of a request: there is a number for each
 * @param outcome - likewise
 */
export function countOutcome(what: 'webhook' | 'receipt', outcome: string): void {
  const counts = outcomes().get(what) ?? new Map<string, number>()
  outcomes().set(what, counts.set(outcome, (counts.get(outcome) ?? 0) + 1))
}

/** Everything that was counted since the process started. */
export function countedOutcomes(): readonly {
  readonly what: string
  readonly outcome: string
  readonly count: number
}[] {
  return [...outcomes()].flatMap(([what, counts]) =>
    [...counts].map(([outcome, count]) => ({ what, outcome, count })),
  )
}
