import { type ReleaseVerification, verifyRelease } from '../../../src/consumer/index.ts'
import type { VerifyOptions } from '../../../src/consumer/index.ts'
import type { ExampleFeed } from './exampleFeed.ts'

export const claimJson = 'us-en/claims/less-pain.json'
export const claimMarkdown = 'us-en/claims/less-pain.md'
export const pageJson = 'us-en/therapies/placebo.json'
export const pageMarkdown = 'us-en/therapies/placebo.md'
export const studyJson = 'us-en/studies/source.json'
export const channelIndex = 'us-en/index.json'

/** Verifies what a feed is as a folder. */
export async function verified(
  feed: ExampleFeed,
  options?: VerifyOptions,
): Promise<ReleaseVerification> {
  return verifyRelease(await feed.folder(), options)
}

/** `path code`, once for each. */
export function codes({ problems }: ReleaseVerification): string[] {
  return [...new Set(problems.map(({ path, code }) => `${path} ${code}`))]
}

/** A member that is there. */
export function at<T>(list: readonly T[] | undefined, index: number): T {
  const member = list?.[index]
  if (member === undefined) throw new Error(`There is no member ${String(index)}.`)
  return member
}
