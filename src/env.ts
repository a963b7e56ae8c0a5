import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { z } from 'zod'

/**
 * The only reader of process.env. Parsed once, at the first import; a value that cannot be used
 * stops the program with the variable's name. Every variable is optional: .env.example lists them.
 */

const onOff = z.enum(['on', 'off'])
const text = z.string().trim().min(1)

function isSmtpUrl(value: string): boolean {
  try {
    const { protocol, hostname, username, password } = new URL(value)
    decodeURIComponent(username + password)
    return /^smtps?:$/.test(protocol) && hostname !== ''
  } catch {
    return false
  }
}

const variables = z.object({
  DATA_DIR: text.default('data'),
  DATABASE_URL: text
    .regex(/^(file:|mongodb:\/\/|mongodb\+srv:\/\/)/, 'has to start with file: or mongodb://')
    .optional(),
  STORE_DIR: text.optional(),
  KEYS_DIR: text.optional(),
  KEEP_RELEASES: z.coerce.number().int().min(1).default(100),
  KEEP_DAYS: z.coerce.number().int().min(0).default(400),
  STORE_URL: text.regex(/^s3:\/\//, 'has to be s3://bucket or s3://bucket/prefix').optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: text
    .refine(isProxies, 'has to be a number of proxies, or addresses like loopback, 10.0.0.0/8')
    .optional(),
  PAYLOAD_SECRET: z.string().min(32, 'has to have at least 32 characters').optional(),
  PUBLISHER_NAME: text.default('Citegate demonstration'),
  PUBLISHER_URL: z.url({ protocol: /^https?$/ }).optional(),
  FEED_LICENCE_NAME: text.default('CC BY 4.0'),
  FEED_LICENCE_URL: z.url().default('https://creativecommons.org/licenses/by/4.0/'),
  DEMO: onOff.default('on'),
  DEMO_PASSWORD: z.string().min(12, 'has to have at least 12 characters').optional(),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(12, 'has to have at least 12 characters').optional(),
  SMTP_URL: text.refine(isSmtpUrl, 'has to be smtp://… or smtps://… with a host').optional(),
  MAIL_FROM: z.email().optional(),
  MAIL_DIGEST_MINUTES: z.coerce.number().int().min(0).max(1440).default(10),
  WEBHOOK_PRIVATE_HOSTS: text
    .refine(isHosts, 'has to be hosts, or hosts with ports, like localhost:8080, 10.0.0.5')
    .optional(),
  REVIEW_POLICY: text.optional(),
  FEED_KEY: z
    .string()
    .regex(/^cgk_[\w-]{43}$/, 'has to be a key as the publisher shows it, cgk_…')
    .optional(),
  FEED_KEY_REQUESTS: z.coerce.number().int().min(60).default(30_000),
  ACCESS_LOG: onOff.default('off'),
  METRICS_TOKEN: z.string().min(16, 'has to have at least 16 characters').optional(),
  CITEGATE_EMAIL: z.email().optional(),
  CITEGATE_PASSWORD: z.string().min(1).optional(),
  CITEGATE_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
})

/** How many proxies stand in front, or which: names of ranges, addresses, subnets. */
function isProxies(value: string): boolean {
  const isProxy = (each: string): boolean =>
    /^(loopback|linklocal|uniquelocal)$/.test(each) || isIP(each.replace(/\/\d{1,3}$/, '')) !== 0
  return /^[1-9]$/.test(value) || value.split(',').every((each) => isProxy(each.trim()))
}

/** `host` or `host:port`, separated by commas; an IPv6 address with a port stands in brackets. */
function isHosts(value: string): boolean {
  return value
    .split(',')
    .map((each) => each.trim())
    .every((each) => isIP(each) !== 0 || /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(each))
}

function hasSender({ SMTP_URL, MAIL_FROM }: z.infer<typeof variables>): boolean {
  return SMTP_URL === undefined || MAIL_FROM !== undefined
}
const needsSender = {
  path: ['MAIL_FROM'],
  message: 'has to be set with SMTP_URL: mail servers want to know who writes',
}

function hasOneStore({ STORE_DIR, STORE_URL }: z.infer<typeof variables>): boolean {
  return STORE_DIR === undefined || STORE_URL === undefined
}
const needsOneStore = {
  path: ['STORE_URL'],
  message: 'cannot be set beside STORE_DIR: releases have one place',
}

function trustedProxies(value: string | undefined): false | number | string {
  if (value === undefined) return false
  return /^[1-9]$/.test(value) ? Number(value) : value.replaceAll(' ', '')
}

/** A setting that cannot be used. Programs print the message and exit 3. */
export class SettingRefused extends Error {
  override name = 'SettingRefused'
  readonly code = 'setting-refused'
}

function readVariables(source: NodeJS.ProcessEnv): z.infer<typeof variables> {
  // An empty variable is an unset one: compose files pass `${NAME:-}`.
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = variables
    .refine(hasSender, needsSender)
    .refine(hasOneStore, needsOneStore)
    .safeParse(present)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new SettingRefused(
    `The environment cannot be used. ${problems.join('; ')}. .env.example shows each variable with its default.`,
  )
}

const given = readVariables(process.env)
// The bundler would take every file of the project for something these paths may name.
const dataDir = path.resolve(/* turbopackIgnore: true */ given.DATA_DIR)
const storeDir = path.resolve(
  /* turbopackIgnore: true */ given.STORE_DIR ?? path.join(dataDir, 'store'),
)
const publicUrl = (given.PUBLIC_URL ?? `http://localhost:${String(given.PORT)}`).replace(/\/+$/, '')
const secretFile = path.join(dataDir, 'secret')
const loopback = ['localhost', '127.0.0.1', '[::1]']

export const env = {
  /** Folder of everything the embedded default needs; absolute. */
  dataDir,
  /** `file:…` or `mongodb://…`. */
  databaseUrl: given.DATABASE_URL ?? `file:${path.join(dataDir, 'citegate.db')}`,
  /** Folder of the release store where it is one; absolute. */
  storeDir,
  /** Where the releases are: an absolute folder, or `s3://bucket/prefix`. */
  storeLocation: given.STORE_URL ?? storeDir,
  /** Where S3 answers; undefined: AWS. */
  s3Endpoint: given.S3_ENDPOINT,
  /** Folder of the keys that releases are signed with; absolute. */
  keysDir: path.resolve(/* turbopackIgnore: true */ given.KEYS_DIR ?? path.join(dataDir, 'keys')),
  /** Which releases stay in the store: the newest, and those of so many days. */
  keep: { keepReleases: given.KEEP_RELEASES, keepDays: given.KEEP_DAYS },
  /** Folder of uploaded media; absolute. */
  mediaDir: path.join(dataDir, 'media'),
  mail: {
    /** Undefined: all mail goes to the outbox. It can hold a password: never log it. */
    smtpUrl: given.SMTP_URL,
    from: { name: 'Citegate', address: given.MAIL_FROM ?? 'citegate@localhost' },
    /** How long what happened waits for more, so that it makes one mail. */
    digestMinutes: given.MAIL_DIGEST_MINUTES,
    /** Where mail goes without a mail server; absolute. */
    outboxFile: path.join(dataDir, 'outbox.jsonl'),
  },
  port: given.PORT,
  host: given.HOST,
  /** Origin (and path, if any) under which readers see this installation; no trailing slash. */
  publicUrl,
  /** Where the admin UI may be open in a browser; requests of other pages are refused. */
  origins: [
    ...new Set([
      new URL(publicUrl).origin,
      ...loopback.map((host) => `http://${host}:${String(given.PORT)}`),
    ]),
  ],
  /** Whether readers come over TLS. */
  isSecure: publicUrl.startsWith('https:'),
  /** Proxies whose word on a caller's address is taken: how many, or which; false is none. */
  trustProxy: trustedProxies(given.TRUST_PROXY),
  /** File that keeps a generated secret, owner only. */
  secretFile,
  /** Key of sessions; empty until `prepareDataDir` has made one. */
  get secret(): string {
    if (given.PAYLOAD_SECRET !== undefined) return given.PAYLOAD_SECRET
    return existsSync(secretFile) ? readFileSync(secretFile, 'utf8').trim() : ''
  },
  publisher: {
    name: given.PUBLISHER_NAME,
    url: given.PUBLISHER_URL ?? publicUrl,
    publicUrl,
    licence: { name: given.FEED_LICENCE_NAME, url: given.FEED_LICENCE_URL },
  },
  /** Hosts of the operator's own that webhooks may lead to: without TLS, and at private addresses. */
  webhookPrivateHosts: (given.WEBHOOK_PRIVATE_HOSTS ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== ''),
  /** JSON file of the installation's rules of review; absolute. Absent: the default ones. */
  reviewPolicyFile:
    given.REVIEW_POLICY && path.resolve(/* turbopackIgnore: true */ given.REVIEW_POLICY),
  isDemo: given.DEMO === 'on',
  demoPassword: given.DEMO_PASSWORD,
  demoPasswordFile: path.join(dataDir, 'demo-password'),
  admin: { email: given.ADMIN_EMAIL, password: given.ADMIN_PASSWORD },
  /** Who works from the command line, where it does not say. */
  operator: { email: given.CITEGATE_EMAIL, password: given.CITEGATE_PASSWORD },
  /** Opens private channels of a feed that is pulled or verified here. Never log it. */
  feedKey: given.FEED_KEY,
  /** How many requests a minute one key of a site may make. */
  keyRequestsPerMinute: given.FEED_KEY_REQUESTS,
  /** Whether a line is written for each request. */
  hasAccessLog: given.ACCESS_LOG === 'on',
  /** Who sends it reads the metrics; undefined: only programs of this machine do. */
  metricsToken: given.METRICS_TOKEN,
  logLevel: given.CITEGATE_LOG_LEVEL,
} as const
