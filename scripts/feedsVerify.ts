import {
  FeedUnreachable,
  type ReleaseVerification,
  WrongQuestion,
  verifyRelease,
} from '../src/consumer/index.ts'
import { CalledWrongly, WorldFailed, runCommand, wholeNumber } from './command.ts'
import { rootIn } from './rootIn.ts'

await runCommand({
  name: 'feeds:verify',
  about:
    'Proves a release: signatures and digests, schemas, links, approvals, disclaimers in every form, withdrawals of the past, and that its history was not rewritten.',
  positionals: [
    {
      name: 'DIR|URL',
      about:
        'folder of a store or of a pulled feed, or address of a feed or of a copy of its store',
    },
  ],
  flags: {
    since: {
      type: 'string',
      value: 'N',
      about: 'walk the chain of digests back to release N; say where it breaks first',
    },
    'as-of': {
      type: 'string',
      value: 'DATE',
      about: 'verify the release of that day or instant (2026-03-01, 2026-03-01T12:00:00Z)',
    },
    root: {
      type: 'string',
      value: 'FILE',
      about: 'root.json to trust, as the publisher gave it; the first of the feed if not given',
    },
  },
  run: async ({ flags, positionals: [source = ''], say, progress }) => {
    const { env } = await import('../src/env.ts')
    const verification = await verifyRelease(source, {
      ...(env.feedKey !== undefined && { key: env.feedKey }),
      ...(flags.since !== undefined && {
        since: wholeNumber('since', flags.since, 1, Number.MAX_SAFE_INTEGER),
      }),
      ...(flags['as-of'] !== undefined && { asOf: momentOf(flags['as-of']) }),
      ...(flags.root !== undefined && { trustedRoot: await rootIn(flags.root) }),
      progress: {
        onFile: (done, known) => {
          progress(`${done} of ${known} files`)
        },
        onPast: (release) => {
          progress(`looking back to release ${release}`)
        },
      },
    }).catch((error: unknown) => {
      if (error instanceof FeedUnreachable) throw new WorldFailed(error.message)
      throw error instanceof WrongQuestion ? new CalledWrongly(error.message) : error
    })
    say(inWords(verification), { ...verification })
    return verification.ok ? 0 : 1
  },
})

/** A day counts to its end (UTC). */
function momentOf(text: string): Date {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  const moment = new Date(isDay ? `${text}T23:59:59.999Z` : text)
  const isMoment = /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(moment.getTime())
  if (isMoment) return moment
  throw new CalledWrongly(`--as-of is ${JSON.stringify(text)}; it has to be a date of ISO 8601.`)
}

function inWords(verification: ReleaseVerification): string {
  const { ok, release, createdAt, checked, problems, chain } = verification
  const counts = [
    `${checked.files} files`,
    `${checked.schemas} schemas`,
    `${checked.links} links`,
    `${checked.items} items`,
    `${checked.approvals} approvals`,
    `${checked.disclaimers} disclaimers`,
  ].join(', ')
  const name =
    release === null ? 'The release' : `Release ${release} of ${String(createdAt).slice(0, 10)}`
  const many = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`
  return [
    ...problems.map(({ path, code, message }) => `${path}: ${message} [${code}]`),
    ...(chain ?? []).map(({ release: number, digest }) => `release ${number}  ${digest}`),
    ...limits(verification),
    ok ? `${name} is whole: ${counts}.` : `${name} is not whole: ${many} in ${counts}.`,
  ].join('\n')
}

/** What the verdict does not cover. */
function limits(verification: ReleaseVerification): readonly string[] {
  const { trust, refreshedAt, past, serving, leftOut, locked } = verification
  return [
    refreshedAt === null
      ? null
      : `As of ${refreshedAt}, when the feed was last reached. Only this release was pulled: its past was not looked at.`,
    refreshedAt !== null && leftOut > 0
      ? `${leftOut} files of the release were not asked for and not looked at.`
      : null,
    locked > 0
      ? `${locked} files of private channels were not looked at: FEED_KEY has to hold a key that opens them.`
      : null,
    trust?.origin === 'first-use'
      ? `Trusted as it came: root ${trust.rootVersion} with the keys ${trust.keyIds.join(', ')}. Compare them with what the publisher says, or give --root.`
      : null,
    past?.end?.reason === 'gone'
      ? `Its past was looked at back to release ${past.backTo}; what came before is not held any more.`
      : null,
    past !== null && past.listsGone > 0
      ? `Of the past, ${past.listsGone} lists are not held any more.`
      : null,
    serving === 'moved-on'
      ? 'The server has taken up another release meanwhile: its stable paths were not judged.'
      : null,
  ].filter((line) => line !== null)
}
