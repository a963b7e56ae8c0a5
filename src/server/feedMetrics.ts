import { Counter, Gauge, Registry } from 'prom-client'
import { countedOutcomes } from '../sites/index.ts'
import type { SiteGate } from '../sites/index.ts'
import { targetOf } from '../store/index.ts'
import type { Followed } from './followStore.ts'
import { feedRoot } from './loadRelease.ts'

export interface FeedMetrics {
  /** Counts an answer; what is not below the feed does not count. */
  readonly count: (urlPath: string, status: number) => void
  /** In the text format of Prometheus. */
  readonly text: () => Promise<string>
  readonly contentType: string
}

export interface FeedMetricsOptions {
  readonly followed: Followed
  readonly siteGate: (() => SiteGate | undefined) | undefined
  readonly clock: () => Date
}

/** Numbers for whoever looks after the feed. Every label comes from what there is, never from a request. */
export function feedMetrics({ followed, siteGate, clock }: FeedMetricsOptions): FeedMetrics {
  const registry = new Registry()
  const registers = [registry]
  const opened = () => followed.current()?.opened
  const seconds = (ms: number) => Math.round(ms / 1000)

  new Gauge({
    ...{ name: 'citegate_release', help: 'Number of the release being served.', registers },
    collect() {
      this.reset()
      const release = opened()
      if (release !== undefined) this.set(release.release)
    },
  })
  new Gauge({
    name: 'citegate_release_age_seconds',
    help: 'Time since the release being served was made.',
    registers,
    collect() {
      this.reset()
      const release = opened()
      if (release === undefined) return
      this.set(seconds(clock().getTime() - Date.parse(release.createdAt)))
    },
  })
  new Gauge({
    name: 'citegate_release_expires_seconds',
    help: 'Time until readers refuse the release because a signature has expired.',
    labelNames: ['role'],
    registers,
    collect() {
      this.reset()
      for (const [role, at] of Object.entries(opened()?.expires ?? {})) {
        this.set({ role }, seconds(at.getTime() - clock().getTime()))
      }
    },
  })
  new Gauge({
    name: 'citegate_site_releases_behind',
    help: 'Releases that a site has not said to have applied.',
    labelNames: ['site', 'channel'],
    registers,
    async collect() {
      const lags = (await siteGate?.()?.lags()) ?? []
      this.reset()
      for (const { site, channel, releases } of lags) this.set({ site, channel }, releases)
    },
  })
  new Gauge({
    name: 'citegate_outcomes',
    help: 'What became of webhooks and receipts since the process started.',
    labelNames: ['what', 'outcome'],
    registers,
    collect() {
      this.reset()
      for (const { what, outcome, count } of countedOutcomes()) this.set({ what, outcome }, count)
    },
  })
  const requests = new Counter({
    name: 'citegate_feed_requests_total',
    help: 'Answers of the feed by channel and status.',
    labelNames: ['channel', 'status'],
    registers,
  })
  // A handful of each: what a request costs is two look-ups.
  const series = new Map<number, Map<string, Counter.Internal>>()
  const seriesOf = (channel: string, status: number): Counter.Internal => {
    const ofStatus = series.get(status) ?? new Map<string, Counter.Internal>()
    series.set(status, ofStatus)
    const known = ofStatus.get(channel)
    if (known !== undefined) return known
    const made = requests.labels({ channel, status: String(status) })
    ofStatus.set(channel, made)
    return made
  }
  return {
    count: (urlPath, status) => {
      if (!urlPath.startsWith('/feeds')) return
      seriesOf(channelOf(urlPath, followed.current()?.channels ?? []), status).inc()
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

const shared = /^(?:(?:index\.json|llms\.txt|receipts)$|(?:schema|metadata|media|ns)\/)/

/** A channel that there is, `shared` for what all of them have in common, `other` for all the rest. */
export function channelOf(urlPath: string, channels: readonly string[]): string {
  if (!urlPath.startsWith(feedRoot)) return 'other'
  const name = urlPath.slice(feedRoot.length)
  const path = name.startsWith('targets/') ? (targetOf(name)?.path ?? name) : name
  const folder = path.slice(0, Math.max(0, path.indexOf('/')))
  if (channels.includes(folder)) return folder
  return shared.test(path) ? 'shared' : 'other'
}
