/**
 * Runs once when Next starts: opens the database and lets the process own its jobs, before the
 * first request. Next also compiles this file for its edge runtime, which has neither.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { openPayload } = await import('./start/openPayload.ts')
  await openPayload()
}
