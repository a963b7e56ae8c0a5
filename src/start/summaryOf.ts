import { env } from '../env.ts'

/** What a start tells: as text for people, as data for programs. */
export interface Summary {
  readonly text: string
  readonly data: Readonly<Record<string, boolean | number | string | null>>
}

export function summaryOf(release: number | null): Summary {
  const local = `http://localhost:${String(env.port)}`
  const admin = `${local}/admin`
  const feed = `${local}/feeds/v1/index.json`
  const running = [
    '',
    release === null
      ? 'Citegate is running; there is no release yet.'
      : `Citegate is running, release ${String(release)}.`,
    '',
    `  Admin  ${admin}`,
    `  Feed   ${feed}`,
    ...(env.mail.smtpUrl === undefined
      ? [`  Mail   ${env.mail.outboxFile}, for SMTP_URL names no mail server`]
      : []),
  ]
  const people = [
    '',
    '  Demo logins: editor@demo.test, editor2@demo.test, reviewer@demo.test, reviewer2@demo.test,',
    `  admin@demo.test. The password of all is in ${env.demoPasswordFile}.`,
    '  These people do not exist; their signatures are a demonstration.',
  ]
  return {
    text: [...running, ...(env.isDemo ? people : []), '', 'Stop it with Ctrl-C.'].join('\n'),
    data: { admin, feed, release, isDemo: env.isDemo },
  }
}
