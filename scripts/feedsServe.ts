import { serveStore } from '../src/server/index.ts'
import { WorldFailed, runCommand, wholeNumber } from './command.ts'

await runCommand({
  name: 'feeds:serve',
  about: 'Serves the releases of a store under /feeds/v1/, with no database.',
  flags: {
    store: {
      type: 'string',
      value: 'DIR',
      about: 'folder of the store, or s3://bucket/prefix',
      required: true,
    },
    port: {
      type: 'string',
      value: 'N',
      about: 'port to listen on, 0 for a free one; 3000 if not given',
    },
    host: {
      type: 'string',
      value: 'ADDRESS',
      about: 'address to listen on; 127.0.0.1 if not given',
    },
  },
  run: async ({ flags, say }) => {
    const { store, host = '127.0.0.1', port = '3000' } = flags
    const server = await serveStore({
      store,
      host,
      port: wholeNumber('port', port, 0, 65_535),
      onProblem: (problem) => {
        console.error(problem instanceof Error ? problem.message : problem)
      },
    }).catch((error: unknown) => {
      throw sayingWhatToDo(error, host, port)
    })
    const { url, release } = server
    const state =
      release === null
        ? 'The store is empty; the first release will be served once it is there'
        : `Release ${release}`
    say(`${state}: ${url}/feeds/v1/index.json`, { url, release })
    await new Promise((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    await server.close()
    return 0
  },
})

function sayingWhatToDo(error: unknown, host: string, port: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new WorldFailed(
      `Port ${port} on ${host} is taken. Stop what listens there, or choose another with --port.`,
    )
  }
  if (code === 'EACCES') {
    return new WorldFailed(
      `This account may not listen on port ${port}. Choose one above 1023 with --port.`,
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new WorldFailed(`This machine has no address ${host}. Choose another with --host.`)
  }
  return error
}
