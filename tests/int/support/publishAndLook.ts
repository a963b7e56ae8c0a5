import type { BasePayload } from 'payload'
import { expect } from 'vitest'
import { publishRelease } from '../../../src/publish/index.ts'
import type { PublishOptions, ReleaseReport } from '../../../src/publish/index.ts'

/**
 * Publishes what has changed since the last release, then looks at everything: had a change reached
 * further than the first look, the second would find it.
 */
export async function publishAndLook(
  payload: BasePayload,
  options: PublishOptions = {},
): Promise<ReleaseReport> {
  const report = await publishRelease(payload, options)
  const whole = await publishRelease(payload, { ...options, isWhole: true })
  expect(whole).toMatchObject({ outcome: 'unchanged', release: report.release })
  expect(whole.withheld.map(({ subject, channel }) => [subject, channel])).toEqual(
    report.withheld.map(({ subject, channel }) => [subject, channel]),
  )
  return report
}
