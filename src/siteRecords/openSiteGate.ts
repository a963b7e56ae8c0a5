import type { BasePayload } from 'payload'
import type { KeyRing, SiteGate } from '../sites/index.ts'
import { installSiteGate, keyRing } from '../sites/index.ts'
import { loadKeys } from './loadKeys.ts'
import { noteUse } from './noteUse.ts'
import { receive } from './receive.ts'
import { standings } from './standings.ts'

/** What another process changed is known so soon; what this one changes, at once. */
const everyMs = 5000

export interface OpenSiteGate extends SiteGate {
  readonly close: () => void
}

/**
 * Holds the keys of the sites in memory, and makes them known to the server of feeds in this process.
 *
 * @throws what the database throws: without keys nothing is served that needs one
 */
export async function openSiteGate(
  payload: BasePayload,
  clock: () => Date = () => new Date(),
): Promise<OpenSiteGate> {
  let ring: KeyRing = keyRing([])
  let loading: Promise<unknown> = Promise.resolve()
  const load = async (): Promise<void> => {
    ring = keyRing(await loadKeys(payload))
  }
  const reload = async (): Promise<void> => {
    // One after the other: what was read last counts.
    const next = loading.catch(() => undefined).then(load)
    loading = next
    await next
  }
  const onProblem = (problem: unknown): void => {
    payload.logger.error({ err: problem, msg: 'The records of sites cannot be read or written.' })
  }
  await reload()
  const timer = setInterval(() => {
    reload().catch(onProblem)
  }, everyMs)
  timer.unref()
  const gate: OpenSiteGate = {
    keyOf: (clear, now) => ring(clear, now),
    used: noteUse(payload, clock, onProblem),
    receive: async (key, receipt, served) => receive(payload, key, receipt, served, clock()),
    lags: async () =>
      (await standings(payload)).sites
        .filter(({ isRetired }) => !isRetired)
        .flatMap(({ key: site, channels }) =>
          channels.map(({ channel, behind }) => ({ site, channel, releases: behind.releases })),
        ),
    reload,
    close: () => {
      clearInterval(timer)
      installSiteGate(undefined)
    },
  }
  installSiteGate(gate)
  return gate
}
