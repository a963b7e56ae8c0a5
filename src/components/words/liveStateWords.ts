import type { LiveState } from '../../domain/model/index.ts'

/** Live states as people read them. */
export const liveStateWords: Readonly<Record<LiveState, string>> = {
  never: 'Never published',
  live: 'Live',
  withdrawn: 'Withdrawn',
}
