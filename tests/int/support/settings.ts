import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

/**
 * A setup file: gives each test file a database and a data folder of its own, before anything
 * reads the environment.
 */
export const dataDir = mkdtempSync(path.join(tmpdir(), 'citegate-int-'))

/** The server that tests on MongoDB use, as it was given. */
export const serverUrl = process.env['DATABASE_URL']
process.env['DATA_DIR'] = dataDir
process.env['PAYLOAD_SECRET'] = 'a secret for tests, thirty-two characters long'
process.env['CITEGATE_LOG_LEVEL'] = process.env['TEST_LOG_LEVEL'] ?? 'silent'
process.env['PUBLIC_URL'] = 'https://feeds.example.org'

export const onMongo = serverUrl?.startsWith('mongodb') === true
if (onMongo && serverUrl !== undefined) {
  const url = new URL(serverUrl)
  url.pathname = `/${path.basename(dataDir).toLowerCase()}`
  process.env['DATABASE_URL'] = url.href
}
