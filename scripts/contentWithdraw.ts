import type { SubjectName, WithdrawalKind } from '../src/domain/model/index.ts'
import { withdrawalKinds } from '../src/domain/model/index.ts'
import { nearNames } from '../src/domain/text/index.ts'
import type { Credentials, Desk, Withdrawal } from '../src/operator/index.ts'
import { ask, askSecret, terminalOfCaller } from '../src/terminal/index.ts'
import { CalledWrongly, runCommand } from './command.ts'
import type { CommandInput } from './command.ts'
import { subjectArgument } from './subjectArgument.ts'

const flags = {
  kind: { type: 'string', value: 'KIND', about: withdrawalKinds.join(', '), required: true },
  reason: { type: 'string', value: '"…"', about: 'why; readers are told', required: true },
  'superseded-by': {
    type: 'string',
    value: 'KIND/KEY',
    about: 'what takes its place; goes with --kind superseded',
  },
  url: {
    type: 'string',
    value: 'URL',
    about: 'address of the server; the local one or PUBLIC_URL if not given',
  },
  email: { type: 'string', value: 'EMAIL', about: 'who does it; CITEGATE_EMAIL if not given' },
  'password-stdin': {
    type: 'boolean',
    about: 'read the password from standard input; it is CITEGATE_PASSWORD or asked for otherwise',
  },
  yes: { type: 'boolean', about: 'do not ask whether to go on' },
} as const

await runCommand({
  name: 'content:withdraw',
  about:
    'Takes a live text out of every feed, at any hour, as any one editor or reviewer. Shows first what else would fall. Works through the running server; where none runs, in the database itself, and publishes the release.',
  positionals: [{ name: 'KIND/KEY', about: 'what to withdraw, e.g. claim/some-key' }],
  flags,
  run: async (input) => {
    const {
      positionals: [given = ''],
      progress,
    } = input
    const subject = subjectArgument('KIND/KEY', given)
    const withdrawal = withdrawalIn(input.flags)
    if (!input.flags.yes && (terminalOfCaller() === undefined || input.flags['password-stdin'])) {
      throw new CalledWrongly('Nobody can be asked whether to go on. Add --yes.')
    }
    progress('Looking for the server …')
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { DeskRefused, atDesk, findPlace } = await import('../src/operator/index.ts')
    const place = await findPlace(input.flags.url)
    const credentials = await credentialsFrom(input.flags)
    try {
      return await atDesk(place, credentials, (desk) =>
        withdrawAt(desk, subject, withdrawal, input),
      )
    } catch (error) {
      if (!(error instanceof DeskRefused)) throw error
      input.say(error.message, { error: { code: error.code, message: error.message } })
      return 1
    }
  },
})

type Input = CommandInput<typeof flags>

async function withdrawAt(
  desk: Desk,
  subject: SubjectName,
  withdrawal: Withdrawal,
  { flags: { yes }, say, progress }: Input,
): Promise<0 | 1> {
  const { consequences } = await import('../src/operator/index.ts')
  progress(`Asking ${desk.where} …`)
  const found = await desk.find(subject)
  if (found === undefined) {
    const [kind] = subject.split('/')
    const near = nearNames(subject, await desk.liveNames(kind as Parameters<Desk['liveNames']>[0]))
    const hint = near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`
    throw new CalledWrongly(`There is no ${subject}.${hint}`)
  }
  if (!found.isLive) {
    const message = `${subject} is not live: there is nothing to withdraw.`
    say(message, { error: { code: 'state', message } })
    return 1
  }
  const cascade = await desk.cascade(found)
  say(consequences(found, withdrawal, cascade).join('\n'), { ...cascade })
  if (!yes && !(await isConfirmed())) {
    say('Nothing was withdrawn.', { withdrawn: null })
    return 1
  }
  const entry = await desk.withdraw(found, withdrawal)
  progress('Waiting for the release …')
  const after = await desk.release(entry)
  const done = `${subject} is withdrawn: entry ${entry} of the log, in ${desk.where}.`
  say(
    after.ok ? `${done} Release ${after.release} is out without it.` : `${done} ${after.message}`,
    { withdrawn: subject, entry, ...after },
  )
  return 0
}

function withdrawalIn({ kind, reason, 'superseded-by': successor }: Input['flags']): Withdrawal {
  const known = withdrawalKinds.find((each): each is WithdrawalKind => each === kind)
  if (known === undefined) {
    throw new CalledWrongly(
      `--kind is ${JSON.stringify(kind)}; it has to be one of ${withdrawalKinds.join(', ')}.`,
    )
  }
  if (reason.trim() === '') throw new CalledWrongly('--reason is empty. Say why: readers are told.')
  if ((known === 'superseded') !== (successor !== undefined)) {
    throw new CalledWrongly('--kind superseded and --superseded-by go together.')
  }
  return {
    kind: known,
    reason: reason.trim(),
    ...(successor !== undefined && {
      supersededBy: subjectArgument('--superseded-by', successor),
    }),
  }
}

async function credentialsFrom(given: Input['flags']): Promise<Credentials> {
  const { env } = await import('../src/env.ts')
  const terminal = terminalOfCaller()
  const email = given.email ?? env.operator.email ?? (terminal && (await ask(terminal, 'Email: ')))
  if (email === undefined || email === '') {
    throw new CalledWrongly('Who withdraws it? Give --email, or set CITEGATE_EMAIL.')
  }
  if (given['password-stdin']) return { email, password: await standardInput() }
  const { password } = env.operator
  if (password !== undefined) return { email, password }
  if (terminal === undefined) {
    throw new CalledWrongly(
      'Nobody can be asked for the password. Give --password-stdin, or set CITEGATE_PASSWORD.',
    )
  }
  return { email, password: await askSecret(terminal, `Password of ${email}: `) }
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  // A line as a shell writes it; the password itself may end in spaces.
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}

async function isConfirmed(): Promise<boolean> {
  const terminal = terminalOfCaller()
  const answer = terminal && (await ask(terminal, '\nWithdraw it now? [y/N] '))
  return /^y(es)?$/i.test(answer ?? '')
}
