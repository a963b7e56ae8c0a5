import {
  FeedRefused,
  FeedUnreachable,
  type CrawledSite,
  SiteUnreachable,
  type SiteReport,
  UnknownChannel,
  WrongQuestion,
  feedToJudgeBy,
  feedsNamedBy,
  judgeSite,
  readSite,
} from '../src/consumer/index.ts'
import { CalledWrongly, WorldFailed, runCommand, wholeNumber } from './command.ts'
import { rootIn } from './rootIn.ts'

await runCommand({
  name: 'feeds:crawl',
  about:
    'Walks a built site and reports every page whose disclaimers, notices, withdrawal or version is not what the release says. Exits 1 when it finds one.',
  positionals: [{ name: 'DIR|URL', about: 'folder that the site was built into, or its address' }],
  flags: {
    feed: {
      type: 'string',
      value: 'DIR|URL',
      about: 'feed, store or pulled folder to judge by; else the feed that the pages name',
    },
    channel: { type: 'string', value: 'KEY', about: 'judge by this channel only', multiple: true },
    root: {
      type: 'string',
      value: 'FILE',
      about: 'root.json to trust, as the publisher gave it; else the first that the feed gives',
    },
    'max-pages': { type: 'string', value: 'N', about: 'read no more pages; 2000 if not given' },
  },
  run: async ({ flags, positionals: [site = ''], say, progress }) => {
    const given = flags['max-pages']
    const trustedRoot = flags.root === undefined ? undefined : await rootIn(flags.root)
    try {
      const crawled = await readSite(
        site,
        given === undefined ? {} : { maxPages: wholeNumber('max-pages', given, 1, 1_000_000) },
        (pages) => {
          progress(`${pages} pages`)
        },
      )
      const source = flags.feed ?? namedFeed(crawled)
      const feed = await feedToJudgeBy(source, {
        channels: flags.channel,
        ...(trustedRoot && { trustedRoot }),
      })
      const report = await judgeSite(crawled, feed)
      const believed = flags.feed === undefined && trustedRoot === undefined
      say(inWords(report, source, believed), { feed: source, ...report })
      return report.ok ? 0 : 1
    } catch (error) {
      if (error instanceof FeedRefused) {
        const { code, message } = error
        say(`${message} [${code}] The site was not judged.`, { ok: false, code, message })
        return 1
      }
      if (error instanceof UnknownChannel || error instanceof WrongQuestion) {
        throw new CalledWrongly(error.message)
      }
      if (error instanceof SiteUnreachable || error instanceof FeedUnreachable) {
        throw new WorldFailed(error.message)
      }
      throw error
    }
  },
})

function namedFeed({ pages }: CrawledSite): string {
  const [feed, other] = feedsNamedBy([...pages.values()].flatMap(({ names }) => names))
  if (feed !== undefined && other === undefined) return feed
  throw new CalledWrongly(
    feed === undefined
      ? 'No page of the site names its feed. Give --feed.'
      : `The pages of the site name more than one feed, such as ${feed} and ${String(other)}. Give --feed.`,
  )
}

function inWords(report: SiteReport, feed: string, isBelieved: boolean): string {
  const { pages, itemPages, forbidden, problems, release } = report
  const read = `${count(pages, 'page')} read, of which ${itemPages} show items of release ${release}`
  const faulty = new Set(problems.map(({ address }) => address)).size
  return [
    ...problems.map(({ address, code, message }) => `${address}: ${message} [${code}]`),
    ...(forbidden > 0
      ? [`${count(forbidden, 'page')} not asked for: the site’s robots.txt forbids it.`]
      : []),
    ...(isBelieved
      ? [`Judged by ${feed}, which the site itself names. Give --feed, and --root for its keys.`]
      : []),
    problems.length === 0
      ? `${read}: all as the release says.`
      : `${read}: ${count(problems.length, 'problem')} on ${count(faulty, 'page')}.`,
  ].join('\n')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
