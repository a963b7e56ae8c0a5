import type { BasePayload } from 'payload'
import { expect } from 'vitest'
import { env } from '../../../src/env.ts'
import { publishRelease, readLists, readPrevious } from '../../../src/publish/index.ts'
import type { PublishOptions, ReleaseReport } from '../../../src/publish/index.ts'
import { openRelease } from '../../../src/repository/index.ts'
import { openStore } from '../../../src/store/index.ts'

/**
 * Publishes what has changed since the last release, then looks at everything: had a change reached
 * further than the first look, the second would find it.
 */
export async function publishAndLook(
  payload: BasePayload,
  options: PublishOptions = {},
): Promise<ReleaseReport> {
  const report = await publishRelease(payload, options)
  await expectRememberedAsWritten()
  const whole = await publishRelease(payload, { ...options, isWhole: true })
  expect(whole).toMatchObject({ outcome: 'unchanged', release: report.release })
  expect(whole.withheld.map(({ subject, channel }) => [subject, channel])).toEqual(
    report.withheld.map(({ subject, channel }) => [subject, channel]),
  )
  return report
}

/** The next release starts from what this process remembers: that has to be what stands in the store. */
async function expectRememberedAsWritten(): Promise<void> {
  const base = await openRelease(openStore(env.storeLocation, env))
  if (base === null) return
  const [remembered, written] = [await readPrevious(base), await readLists(base)]
  expect({ ...remembered, channels: [...remembered.channels].sort() }).toEqual({
    ...written,
    channels: [...written.channels].sort(),
  })
}
