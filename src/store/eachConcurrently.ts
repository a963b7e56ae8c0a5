/**
 * Runs a task for each item, at most `limit` at a time, taking items only as there is room. After a
 * failure no task begins; it rejects with the first failure once those already begun have ended.
 */
export async function eachConcurrently<T>(
  items: Iterable<T> | AsyncIterable<T>,
  limit: number,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  for await (const item of items) {
    if (failures.length > 0) break
    const run = task(item)
      .catch((failure: unknown) => {
        failures.push(failure)
      })
      .finally(() => running.delete(run))
    running.add(run)
    if (running.size >= limit) await Promise.race(running)
  }
  await Promise.all(running)
  if (failures.length > 0) throw failures[0]
}
