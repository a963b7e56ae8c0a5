import type { TestProject } from 'vitest/node'
import type { RunningServer } from './startServer.ts'
import { startServer } from './startServer.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly server: Pick<RunningServer, 'url' | 'password'>
  }
}

/** Starts one server for all files of browser tests: it takes most of the time they need. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, password, stop } = await startServer()
  project.provide('server', { url, password })
  return stop
}
