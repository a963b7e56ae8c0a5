import type { ChangedKey, KeyStatus, Keys, RoleName } from '../src/repository/index.ts'
import type { ReleaseStore } from '../src/store/index.ts'
import { CalledWrongly, runCommand, type CommandInput } from './command.ts'

const flags = {
  role: {
    type: 'string',
    value: 'ROLE',
    about: 'whose key to rotate or revoke: root, targets, snapshot or timestamp',
  },
  key: {
    type: 'string',
    value: 'ID',
    about: 'which of the keys of that role, by the first characters of its id; all by default',
  },
  'root-key': {
    type: 'string',
    value: 'FILE',
    about: 'a root key that is kept elsewhere, brought for this once',
  },
} as const

type Input = CommandInput<typeof flags>

interface Desk {
  readonly store: ReleaseStore
  readonly keys: Keys
  readonly now: Date
}

const actions: Readonly<Record<string, (desk: Desk, input: Input) => Promise<0 | 1>>> = {
  status,
  create,
  rotate: (desk, input) => change('rotate', desk, input),
  revoke: (desk, input) => change('revoke', desk, input),
  renew,
}

const moveRootAway =
  'Move the root keys to two places that are not this machine. Only a change of keys, and root once a year, needs one of them.'

await runCommand({
  name: 'keys',
  about: [
    'Keeps the keys that releases are signed with, in DATA_DIR/keys. See "Keys" in docs/operations.md.',
    '',
    '  status  which keys readers trust, which are here, and until when what they signed is valid;',
    '          exits 1 when somebody has to do something',
    '  create  makes the keys that are not here yet, before the first release',
    '  rotate  replaces the key of a role by a new one; no reader notices',
    '  revoke  withdraws trust in a key that was stolen or lost, and makes a new one',
    '  renew   signs anew what has less than half its time left; exits 1 when it cannot sign all',
  ].join('\n'),
  positionals: [{ name: 'ACTION', about: 'status, create, rotate, revoke or renew' }],
  flags,
  run: async (input) => {
    const [name = ''] = input.positionals
    const action = actions[name]
    if (action === undefined) {
      throw new CalledWrongly(
        `${JSON.stringify(name)} is no action. There are ${Object.keys(actions).join(', ')}.`,
      )
    }
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { env } = await import('../src/env.ts')
    const { openStore } = await import('../src/store/index.ts')
    const { openKeys } = await import('../src/repository/index.ts')
    const rootKey = input.flags['root-key']
    const keys = openKeys(env.keysDir, rootKey === undefined ? {} : { rootKeyFiles: [rootKey] })
    const store = openStore(env.storeLocation, { s3Endpoint: env.s3Endpoint })
    return action({ store, keys, now: new Date() }, input)
  },
})

async function status({ store, keys, now }: Desk, { say }: Input): Promise<0 | 1> {
  const { keyStatus } = await import('../src/repository/index.ts')
  const found = await keyStatus(store, keys, now)
  say(statusInWords(found, store.place), { ...found })
  return found.warnings.length === 0 ? 0 : 1
}

async function create({ keys, now }: Desk, { say }: Input): Promise<0 | 1> {
  const { createKeys } = await import('../src/repository/index.ts')
  const made = (await createKeys(keys, now)).map(described)
  const lines = [
    made.length === 0 ? `${keys.folder} holds a key for each role already.` : 'Made:',
    ...made.map(inWords),
    ...(made.some(({ role }) => role === 'root') ? [moveRootAway] : []),
  ]
  say(lines.join('\n'), { made })
  return 0
}

async function change(
  what: 'rotate' | 'revoke',
  { store, keys, now }: Desk,
  { flags: { role: given, key: keyid }, say, progress }: Input,
): Promise<0 | 1> {
  const { revokeKey, rotateKey } = await import('../src/repository/index.ts')
  const role = await roleIn(given)
  progress('Signing …')
  const changed = await (what === 'rotate' ? rotateKey : revokeKey)({
    store,
    keys,
    role,
    keyid,
    now,
  })
  const { root, version, made, replaced } = changed
  const lines = [
    `Root ${root} is published; commit ${version} is signed as it says.`,
    'New:',
    ...made.map(inWords),
    what === 'rotate' ? 'Replaced; may be deleted in an hour:' : 'No longer trusted:',
    ...replaced.map(inWords),
    ...(role === 'root' ? [moveRootAway] : []),
  ]
  say(lines.join('\n'), { root, version, made, replaced })
  return 0
}

async function renew({ store, keys, now }: Desk, { say }: Input): Promise<0 | 1> {
  const { renewMetadata } = await import('../src/repository/index.ts')
  const renewal = await renewMetadata({ store, keys, now })
  const { renewed, blocked, validUntil } = renewal
  const lines = [
    renewed.length === 0 ? 'Nothing was signed anew.' : `Signed anew: ${renewed.join(', ')}.`,
    ...blocked.map(
      ({ role, expires, message }) => `${role} expires on ${dayOf(expires)}. ${message}`,
    ),
    validUntil === null ? 'There is no release yet.' : `Valid until ${validUntil.toISOString()}.`,
  ]
  say(lines.join('\n'), { ...renewal })
  return blocked.length === 0 ? 0 : 1
}

async function roleIn(given: string | undefined): Promise<RoleName> {
  const { roleNames } = await import('../src/repository/index.ts')
  const role = roleNames.find((each) => each === given)
  if (role !== undefined) return role
  const what = given === undefined ? 'Missing: --role ROLE' : `--role is ${JSON.stringify(given)}`
  throw new CalledWrongly(`${what}. The roles are ${roleNames.join(', ')}.`)
}

function described({ role, keyid, file }: ChangedKey): ChangedKey {
  return { role, keyid, file }
}

function inWords({ role, keyid, file }: ChangedKey): string {
  return `  ${role.padEnd('timestamp'.length)}  ${keyid.slice(0, 8)}  ${file ?? 'not here'}`
}

function statusInWords({ root, keys, expires, warnings }: KeyStatus, place: string): string {
  return [
    root === null ? `${place} holds no release yet.` : `${place} is signed under root ${root}.`,
    ...keys.map(({ state, ...key }) => `${inWords(key)}  ${state}`),
    ...Object.entries(expires ?? {}).map(
      ([role, date]) => `${role} is valid until ${dayOf(date)}.`,
    ),
    ...warnings,
  ].join('\n')
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 'yyyy-mm-dd'.length)
}
