import { readFile } from 'node:fs/promises'
import {
  FeedRefused,
  FeedUnreachable,
  type ItemFormat,
  OutUnusable,
  PullBusy,
  type Pulled,
  type ReceiptSent,
  UnknownChannel,
  itemFormats,
  pullFeed,
  sendReceipt,
} from '../src/consumer/index.ts'
import { CalledWrongly, WorldFailed, runCommand } from './command.ts'
import { duration } from './duration.ts'

await runCommand({
  name: 'feeds:pull',
  about:
    'Brings the current release of a feed into a folder, verified, whole or not at all. When the feed cannot be reached, what is there stays. Exits 1 when something is wrong with the feed; nothing has changed then.',
  positionals: [{ name: 'DIR|URL', about: 'address of a feed, or folder of a store' }],
  flags: {
    out: { type: 'string', value: 'DIR', about: 'where the release goes', required: true },
    channel: { type: 'string', value: 'KEY', about: 'only this channel', multiple: true },
    format: {
      type: 'string',
      value: 'md|json|both|all',
      about: 'forms of the items, both without; all: feeds for subscribers too',
    },
    root: {
      type: 'string',
      value: 'FILE',
      about: 'root.json to trust, as the publisher gave it; else the first that the feed gives',
    },
    'max-age': {
      type: 'string',
      value: 'DURATION',
      about: 'exit 3 when the feed cannot be reached and what is there is older, e.g. 36h',
    },
    'as-of': {
      type: 'string',
      value: 'DATE',
      about: 'the release at the end of a day (UTC) or at an instant, while it is kept',
    },
  },
  run: async ({ positionals: [source = ''], flags, say, progress }) => {
    const maxAge =
      flags['max-age'] === undefined ? undefined : duration('max-age', flags['max-age'])
    const asOf = flags['as-of'] === undefined ? undefined : momentOf(flags['as-of'])
    const trustedRoot = flags.root === undefined ? undefined : await rootIn(flags.root)
    const { env } = await import('../src/env.ts')
    const key = env.feedKey
    try {
      const pulled = await pullFeed(source, flags.out, {
        ...(key !== undefined && { key }),
        format: formatOf(flags.format),
        ...(flags.channel.length > 0 && { channels: flags.channel }),
        ...(trustedRoot && { trustedRoot }),
        ...(asOf && { asOf }),
        onProgress: (files) => {
          progress(`${files} files`)
        },
      })
      const receipt = await receiptFor(pulled, key)
      const words = [inWords(pulled, flags.out), ...receiptWords(receipt, pulled)]
      say(words.join('\n'), { ok: true, ...pulled, receipt })
      refuseOld(pulled, maxAge, flags['max-age'])
      return 0
    } catch (error) {
      if (error instanceof FeedRefused) {
        const { code, message } = error
        say(`${message} [${code}] Nothing was changed.`, { ok: false, code, message })
        return 1
      }
      throw asCommandFailure(error)
    }
  },
})

/** Only who has a key has somebody to tell, and only a server is told. */
async function receiptFor(
  pulled: Pulled,
  key: string | undefined,
): Promise<ReceiptSent | undefined> {
  const { place, channels } = pulled
  const hasServer = place !== null && /^https?:/.test(place)
  if (key === undefined || !hasServer || channels.length === 0) return undefined
  return sendReceipt(place, pulled, key, new Date())
}

function receiptWords(receipt: ReceiptSent | undefined, { place }: Pulled): readonly string[] {
  if (receipt === undefined) return []
  const { protocol, hostname } = new URL(place ?? '')
  const isOpen = protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  return [
    ...(receipt.ok
      ? ['The publisher was told which release is in place.']
      : [`The publisher was not told which release is in place: ${receipt.message}`]),
    ...(isOpen ? [`FEED_KEY went to ${hostname} without TLS: use https, and a new key.`] : []),
  ]
}

function asCommandFailure(error: unknown): unknown {
  if (error instanceof OutUnusable || error instanceof UnknownChannel) {
    return new CalledWrongly(error.message)
  }
  if (error instanceof FeedUnreachable || error instanceof PullBusy) {
    return new WorldFailed(error.message)
  }
  return error
}

function formatOf(text = 'both'): ItemFormat {
  const format = itemFormats.find((known) => known === text)
  if (format !== undefined) return format
  throw new CalledWrongly(
    `--format is ${JSON.stringify(text)}; it has to be one of ${itemFormats.join(', ')}.`,
  )
}

function momentOf(text: string): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const moment = new Date(isDay ? `${text}T23:59:59.999Z` : text)
  const isReal =
    !Number.isNaN(moment.getTime()) && (!isDay || moment.toISOString().startsWith(text))
  if (isReal && (isDay || /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text))) return moment
  throw new CalledWrongly(
    `--as-of is ${JSON.stringify(text)}; it has to be a day like 2026-11-01, or an instant like 2026-11-01T12:00:00Z.`,
  )
}

/** A root.json, or the lock file of another pull, which holds the root that it trusts. */
async function rootIn(file: string): Promise<Uint8Array> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CalledWrongly(
      `--root ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    )
  })
  try {
    const { trustedRoot } = JSON.parse(text) as { trustedRoot?: unknown }
    return Buffer.from(trustedRoot === undefined ? text : JSON.stringify(trustedRoot))
  } catch {
    throw new CalledWrongly(`--root ${file} is not JSON. Give the root.json of the publisher.`)
  }
}

function inWords(pulled: Pulled, out: string): string {
  const { outcome, release, refreshedAt, trust, unreachable, files, takenDown, bytesRead } = pulled
  const asOf = `Release ${release}, as of ${refreshedAt}`
  if (outcome === 'offline') return `${asOf}: ${unreachable ?? ''} What is in ${out} stays.`
  const lines =
    outcome === 'current'
      ? [`${asOf}: nothing new.`]
      : [
          `${asOf}, is in ${out}: ${files.files} files, of which ${files.fetched} were fetched (${bytesRead} bytes in all).`,
          ...takenDown.map(({ channel, kind, key, reason }) =>
            `Taken down in ${channel}: ${kind} ${key}. ${reason ?? ''}`.trimEnd(),
          ),
        ]
  const first =
    trust?.origin === 'first-use'
      ? [
          `Trusted on first use; the feed's root keys are ${trust.keyIds.join(', ')}. Compare them with what the publisher says elsewhere.`,
        ]
      : []
  const gone = pulled.channelsGone.map((key) => `The feed no longer has the channel ${key}.`)
  const locked = pulled.channelsLocked.map(
    (key) =>
      `The channel ${key} is private and was left out: FEED_KEY has to hold a key that opens it.`,
  )
  return [...first, ...lines, ...gone, ...locked].join('\n')
}

function refuseOld(pulled: Pulled, maxAge: number | undefined, given = ''): void {
  if (pulled.outcome !== 'offline' || maxAge === undefined) return
  if (Date.now() - Date.parse(pulled.refreshedAt) <= maxAge) return
  throw new WorldFailed(`That is longer ago than ${given}.`)
}
