import { describe, expect, it } from 'vitest'
import { channelOf } from '../../../src/server/feedMetrics.ts'
import { mayReadMetrics } from '../../../src/server/metricsAccess.ts'
import type { KeptKey, SiteGate } from '../../../src/sites/index.ts'
import { countOutcome, keyRing, newSiteKey } from '../../../src/sites/index.ts'
import { accessLog } from '../../../src/log/index.ts'
import { publishExample } from './exampleFeed.ts'
import { runningServer } from './runningServer.ts'

describe('the channel of a request', () => {
  it.each([
    ['/feeds/v1/us-en/index.json', 'us-en'],
    ['/feeds/v1/us-en/nothing', 'us-en'],
    [`/feeds/v1/targets/us-en/claims/${'a'.repeat(64)}.x.json`, 'us-en'],
    ['/feeds/v1/index.json', 'shared'],
    ['/feeds/v1/metadata/timestamp.json', 'shared'],
    ['/feeds/v1/media/x.png', 'shared'],
    ['/feeds/v1/receipts', 'shared'],
    ['/feeds/v1/xx-xx/index.json', 'other'],
    ['/feeds/v1/us-en', 'other'],
    ['/feeds/../etc/passwd', 'other'],
    ['/feeds', 'other'],
  ])('%s counts as %s', (path, channel) => {
    expect(channelOf(path, ['us-en'])).toBe(channel)
  })
})

describe('the numbers', () => {
  const here = { remoteAddress: '127.0.0.1' }
  const host = { host: 'localhost:3000' }
  it.each([
    ['a program of this machine', host, here, undefined, true],
    ['one over IPv6', { host: '[::1]:3000' }, { remoteAddress: '::1' }, undefined, true],
    ['one over IPv4 in IPv6', host, { remoteAddress: '::ffff:127.0.0.1' }, undefined, true],
    [
      'Prometheus on this machine',
      { ...host, 'x-prometheus-scrape-timeout-seconds': '10' },
      here,
      undefined,
      true,
    ],
    ['another machine', host, { remoteAddress: '192.0.2.7' }, undefined, false],
    ['a proxy', { ...host, 'x-forwarded-for': '192.0.2.7' }, here, undefined, false],
    ['a proxy by the standard', { ...host, forwarded: 'for=192.0.2.7' }, here, undefined, false],
    ['a page with a name of its own', { host: 'evil.example' }, here, undefined, false],
    ['nobody knows who', {}, {}, undefined, false],
    ['this machine without the token', host, here, 'sixteen characters', false],
    [
      'another machine with the token',
      { authorization: 'Bearer sixteen-characters' },
      { remoteAddress: '192.0.2.7' },
      'sixteen-characters',
      true,
    ],
    [
      'another machine with another token',
      { authorization: 'Bearer sixteen-character' },
      here,
      'sixteen-characters',
      false,
    ],
  ])('are read by %s or not', (_, headers, socket, token, isAllowed) => {
    expect(mayReadMetrics({ headers, socket }, token)).toBe(isAllowed)
  })

  it('say what is served, for how long, who asked, and who is behind', async () => {
    const { clear, hash, prefix } = newSiteKey()
    const site = { id: '1', key: 'clinic', isRetired: false }
    const kept: KeptKey = { id: '1', hash, prefix, site, channels: ['partner'], scopes: ['read'] }
    const gate: SiteGate = {
      keyOf: keyRing([kept]),
      used: () => undefined,
      receive: () => Promise.reject(new Error('No receipts are sent here.')),
      lags: () => Promise.resolve([{ site: 'clinic', channel: 'us-en', releases: 3 }]),
      reload: () => Promise.resolve(),
    }
    const lines: string[] = []
    const clock = () => new Date('2026-11-29T12:00:00Z')
    const { store, feed, url } = await runningServer({
      siteGate: () => gate,
      clock,
      onAnswered: accessLog((line) => lines.push(line), clock),
    })
    const channels = [{ key: 'us-en' }, { key: 'partner', access: 'private' }]
    const files = { 'index.json': JSON.stringify({ channels }), 'partner/index.json': '{}' }
    await publishExample(store, files, new Date('2026-11-29T11:00:00Z'))
    await feed.refresh()
    countOutcome('webhook', 'delivered')
    const get = (path: string, headers = {}) => fetch(url + path, { headers })
    const asked = [
      await get('/feeds/v1/us-en/index.json?token=secret'),
      await get('/feeds/v1/us-en/index.json'),
      await get('/feeds/v1/made/up/path'),
      await get('/feeds/v1/partner/index.json'),
      await get('/feeds/v1/partner/index.json', { Authorization: `Bearer ${clear}` }),
    ]
    for (const answer of asked) await answer.text()
    const answer = await get('/metrics')
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
    for (const line of [
      'citegate_release 1',
      'citegate_release_age_seconds 3600',
      `citegate_release_expires_seconds{role="timestamp"} ${String(3 * 86_400 - 3600)}`,
      'citegate_site_releases_behind{site="clinic",channel="us-en"} 3',
      'citegate_outcomes{what="webhook",outcome="delivered"} 1',
      'citegate_feed_requests_total{channel="us-en",status="200"} 2',
      'citegate_feed_requests_total{channel="other",status="404"} 1',
      'citegate_feed_requests_total{channel="partner",status="401"} 1',
      'citegate_feed_requests_total{channel="partner",status="200"} 1',
    ]) {
      expect(text.split('\n')).toContain(line)
    }
    expect(lines.map((line) => JSON.parse(line) as unknown)[0]).toEqual({
      at: '2026-11-29T12:00:00.000Z',
      method: 'GET',
      path: '/feeds/v1/us-en/index.json',
      status: 200,
      ms: expect.any(Number) as number,
    })
    expect(JSON.parse(String(lines[4]))).toMatchObject({ status: 200, site: 'clinic', prefix })
    expect(lines.join('')).not.toMatch(/secret|127\.0\.0\.1/)
    expect(lines.join('')).not.toContain(clear)
  })

  it('are told to nobody else', async () => {
    const { url } = await runningServer({ metricsToken: 'a token for metrics' })
    const answer = await fetch(`${url}/metrics`)
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="metrics"',
    ])
    const posted = await fetch(`${url}/metrics`, { method: 'POST' })
    expect(posted.status).toBe(405)
  })
})
