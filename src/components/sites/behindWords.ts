import { instantWords } from '../words/index.ts'
import type { ChannelStanding } from './standings.ts'

/** How far a site is behind in a channel, in words: "3 releases behind since 2026-11-22 16:18 UTC". */
export function behindWords({ release, behind }: ChannelStanding): string {
  const { releases, since } = behind
  if (release === null) return releases === 0 ? 'no release yet' : 'never said what it applied'
  if (releases === 0 || since === null) return `up to date with release ${release}`
  const many = releases === 1 ? '1 release' : `${releases} releases`
  return `${many} behind since ${instantWords(since)}`
}

/** The worst of a site's channels, for a list. */
export function siteWords(channels: readonly ChannelStanding[]): string {
  const silent = channels.filter(({ release }) => release === null)
  const worst = channels.toSorted((a, b) => b.behind.releases - a.behind.releases)[0]
  if (worst === undefined) return ''
  if (silent.length > 0 && silent.length < channels.length) {
    return `${silent.map(({ channel }) => channel).join(', ')}: never said what it applied`
  }
  return behindWords(worst)
}
