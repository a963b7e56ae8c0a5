import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ReleaseVerification, verifyRelease } from '../../../src/consumer/index.ts'
import { sha256Hex } from '../../../src/store/index.ts'
import { ExampleFeed } from './exampleFeed.ts'
import { channelIndex, claimJson, claimMarkdown, codes } from './verified.ts'

interface Answer {
  status: number
  headers: Record<string, string>
}

/** Verifies a feed behind a server that also answers stable paths, each as `change` leaves it. */
async function served(
  change: (path: string, answer: Answer, feed: ExampleFeed) => void = () => undefined,
): Promise<ReleaseVerification> {
  const stable = new Map<string, Uint8Array>()
  const feed = new ExampleFeed().publish()
  feed.withdraw('study/source')
  feed.publish({
    files: (files) => {
      for (const [path, text] of files) stable.set(path, Buffer.from(text))
    },
  })
  const { objects } = feed.repository
  const server = createServer((req, res) => {
    const path = (req.url ?? '').slice(1)
    const bytes = objects.get(path) ?? stable.get(path)
    const answer: Answer = { status: 200, headers: {} }
    if (bytes === undefined) answer.status = path.includes('source.') ? 410 : 404
    else {
      answer.headers.etag = `"${sha256Hex(bytes)}"`
      answer.headers['content-type'] = path.endsWith('.md') ? 'text/markdown' : 'application/json'
    }
    change(path, answer, feed)
    res.writeHead(answer.status, answer.headers).end(bytes)
  })
  server.listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return verifyRelease(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
}

describe('the stable paths of a server', () => {
  it('are asked for, each of them', async () => {
    expect(await served()).toMatchObject({ ok: true, serving: 'stable', problems: [] })
  })

  it.each<[string, (path: string, answer: Answer) => void, string[]]>([
    [
      'other bytes than were signed',
      (path, { headers }) => {
        if (path === claimJson) headers.etag = '"other"'
      },
      [`${claimJson} wrong-tag`],
    ],
    [
      'another type',
      (path, { headers }) => {
        if (path === claimMarkdown) headers['content-type'] = 'text/html'
      },
      [`${claimMarkdown} wrong-type`],
    ],
    [
      'nothing',
      (path, answer) => {
        if (path === channelIndex) answer.status = 500
      },
      [`${channelIndex} wrong-status`],
    ],
    [
      'nothing where something was withdrawn, without saying so',
      (path, answer) => {
        if (answer.status === 410) answer.status = 404
      },
      ['us-en/studies/source.json not-withdrawn', 'us-en/studies/source.md not-withdrawn'],
    ],
  ])('are found to answer %s', async (_, change, expected) => {
    expect(codes(await served(change))).toEqual(expected)
  })

  it('are not judged by a release that was replaced meanwhile', async () => {
    const verification = await served((path, answer, feed) => {
      if (path !== claimJson) return
      answer.headers.etag = '"other"'
      feed.repository.objects.set('metadata/timestamp.json', Buffer.from('{}'))
    })
    expect(verification).toMatchObject({ ok: true, serving: 'moved-on', problems: [] })
  })
})
