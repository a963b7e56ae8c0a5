import type { OpenedRelease } from '../repository/index.ts'

const anHour = 3_600_000
const aDay = 24 * anHour

/**
 * How long before a signature expires somebody should be told: metadata is renewed when half of its
 * time is left (`renewMetadata`), so what has this little left was not renewed when it should have been.
 */
const shortBefore: Readonly<Record<keyof OpenedRelease['expires'], number>> = {
  timestamp: aDay,
  snapshot: 7 * aDay,
  targets: 30 * aDay,
  root: 30 * aDay,
}

/** Says of a release which of its signatures has expired or is about to; nothing when all is well. */
export function expiryWarnings(
  { expires }: Pick<OpenedRelease, 'expires'>,
  now: Date,
): readonly string[] {
  const roles = Object.keys(shortBefore) as readonly (keyof typeof shortBefore)[]
  return roles.flatMap((role) => {
    const left = expires[role].getTime() - now.getTime()
    const when = expires[role].toISOString()
    if (left <= 0) {
      return [
        `The signature of ${role} expired on ${when}: readers refuse the feed. Renew it with npm run keys -- renew.`,
      ]
    }
    if (left >= shortBefore[role]) return []
    const hours = String(Math.floor(left / anHour))
    return [
      `The signature of ${role} expires in ${hours} hours, on ${when}, and should have been renewed by now. See that the job that renews it runs.`,
    ]
  })
}
