import type { BasePayload, InitOptions, SanitizedConfig } from 'payload'
import type { Access } from '../database/index.ts'
import { refuseEarly } from '../database/file/index.ts'
import { env } from '../env.ts'
import { prepareDataDir } from './prepareDataDir.ts'

export interface DatabaseChoice {
  readonly access?: Access
  readonly url?: string
}

/**
 * Opens the database for one piece of work, and closes it whatever becomes of that. No jobs run.
 *
 * @param options.access - `read` opens it beside the process that owns it: nothing is made, migrated
 *   or written, and a write is an error; `restore` is for filling an empty one
 * @param options.url - another database than DATABASE_URL names
 * @throws DatabaseRefused when the database cannot be used, StartRefused when the data folder cannot
 */
export async function withPayload<T>(
  work: (payload: BasePayload) => Promise<T>,
  { access = 'write', url = env.databaseUrl }: DatabaseChoice = {},
): Promise<T> {
  if (access !== 'read') prepareDataDir()
  refuseEarly(url, access)
  // Loaded here: what is refused above need not wait for the CMS. And after the line above, for the
  // configuration takes the secret that it may have made.
  const { default: config } = await import('../../payload.config.ts')
  const { BasePayload } = await import('payload')
  const told = tellingAside(await config)
  // Not getPayload: outside of production it also looks for a development server to follow.
  const payload = await new BasePayload().init(
    access === 'write' && url === env.databaseUrl
      ? { config: told }
      : await onAnother(told, access, url),
  )
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}

/** What a command prints is its result: the program's log goes beside it. */
function tellingAside(config: SanitizedConfig): SanitizedConfig {
  const { logger } = config
  return typeof logger === 'object' && 'options' in logger
    ? { ...config, logger: { ...logger, destination: process.stderr } }
    : config
}

async function onAnother(
  given: SanitizedConfig,
  access: Access,
  url: string,
): Promise<InitOptions> {
  const { databaseFor } = await import('../database/index.ts')
  const config = Object.assign(
    { ...given },
    {
      db: databaseFor(url, access),
      // Sessions are none of a reader's business, and it must not make the secret that they need.
      secret: given.secret === '' ? 'for reading only' : given.secret,
    },
  )
  return { config, disableOnInit: true }
}
