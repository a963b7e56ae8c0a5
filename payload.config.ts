import path from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import {
  Articles,
  Channels,
  Claims,
  Conditions,
  Deliveries,
  Disclaimers,
  Media,
  Notices,
  Receipts,
  Releases,
  Reviews,
  SiteKeys,
  Sites,
  Studies,
  Texts,
  Therapies,
  Users,
  Webhooks,
} from './src/collections/index.ts'
import { databaseFor } from './src/database/index.ts'
import { workEndpoint } from './src/endpoints/index.ts'
import { env } from './src/env.ts'
import { reportConflict, sayWhenAgain, withOwnRecords } from './src/hooks/index.ts'
import { hasPendingJobs, publishScheduledTask, releaseTask, upkeepTask } from './src/jobs/index.ts'
import { loggerOptions } from './src/log/index.ts'
import { mailAdapter } from './src/mail/index.ts'
import { readReviewPolicy } from './src/policy/index.ts'

// Programs run in the project's folder; the bundler leaves no other way to name it.
const root = process.cwd()

const config = buildConfig({
  secret: env.secret,
  serverURL: '',
  // Cookies count on our own pages only, and no other page reads an answer.
  csrf: [...env.origins],
  cors: [...env.origins],
  collections: [
    Therapies,
    Articles,
    Claims,
    Disclaimers,
    Studies,
    Conditions,
    Releases,
    Sites,
    SiteKeys,
    Receipts,
    Webhooks,
    Deliveries,
    Reviews,
    Texts,
    Notices,
    Channels,
    Media,
    Users,
  ],
  endpoints: [workEndpoint],
  db: databaseFor(env.databaseUrl),
  editor: lexicalEditor({}),
  email: mailAdapter(env.mail),
  sharp,
  telemetry: false,
  graphQL: { disable: true },
  defaultDepth: 0,
  maxDepth: 3,
  hooks: { afterError: [reportConflict, sayWhenAgain] },
  jobs: {
    tasks: [releaseTask, publishScheduledTask, upkeepTask],
    access: { run: () => false, queue: () => false, cancel: () => false },
    // Apart, so that a long release keeps no schedule waiting.
    autoRun: ['release', 'clock'].map((queue) => ({ cron: '* * * * * *', queue, limit: 100 })),
    shouldAutoRun: hasPendingJobs,
  },
  admin: {
    user: 'users',
    // The stock picture asks a stranger's server for a hash of each address.
    avatar: 'default',
    meta: { titleSuffix: ' · Citegate' },
    components: { beforeDashboard: ['/src/components/work/Work.tsx#Work'] },
    importMap: {
      baseDir: root,
      importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
    },
  },
  // `npm run generate` writes them; a start must not.
  typescript: { autoGenerate: false, outputFile: path.join(root, 'src/payload-types.ts') },
  // Refusals are answers, not incidents.
  loggingLevels: {
    APIError: 'info',
    AuthenticationError: 'info',
    Forbidden: 'info',
    LockedAuth: 'info',
    NotFound: 'info',
    ValidationError: 'info',
  },
  custom: { reviewPolicy: readReviewPolicy(env.reviewPolicyFile) },
  logger: { options: loggerOptions(env.logLevel) },
})

export default config.then(withOwnRecords)
