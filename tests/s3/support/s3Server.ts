import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the S3 server of the tests answers; absent: there is none. */
    readonly s3Endpoint: string | undefined
  }
}

const tool = fileURLToPath(new URL('../../../../shared/tools/s3', import.meta.url))
// It takes the two ports after it as well.
const port = '27610'
// The first start installs the server.
const startMs = 600_000

/**
 * Starts a real S3 server for all files, unless S3_ENDPOINT and the AWS_ variables of the SDK name
 * one already: any bucket of AWS or R2 does.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['S3_ENDPOINT']
  project.provide('s3Endpoint', given)
  if (given !== undefined) return undefined
  if (!existsSync(tool)) {
    console.log(
      'The tests on S3 did not run: S3_ENDPOINT names no server, and ../shared/tools/s3, which starts one, is not here.',
    )
    return undefined
  }
  const run = promisify(execFile)
  const { stdout } = await run(tool, ['start', port], { timeout: startMs })
  for (const [, name = '', value = ''] of stdout.matchAll(/^(\w+)=(.*)$/gm)) {
    process.env[name] = value
  }
  project.provide('s3Endpoint', process.env['S3_ENDPOINT'])
  return async () => {
    await run(tool, ['stop', port])
  }
}
