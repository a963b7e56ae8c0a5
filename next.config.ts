import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  outputFileTracingRoot: import.meta.dirname,
  poweredByHeader: false,
  // One copy of these in the process: what serves the feeds and what serves the admin UI share the
  // database connection and the classes of its errors.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/db-sqlite',
    '@payloadcms/drizzle',
    '@libsql/client',
    'nodemailer',
  ],
  turbopack: {
    root: import.meta.dirname,
    // Folders come from the environment, so Next cannot tell which files they hold. It runs from
    // this folder as a whole and needs no list of them.
    ignoreIssue: [{ path: '**', title: /Dynamic filesystem access/ }],
  },
  // `npm run check` does it, with the same compiler and more options.
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config, { devBundleServerPackages: false })
