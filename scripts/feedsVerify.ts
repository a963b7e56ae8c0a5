import { SourceUnreadable, verifyRelease } from '../src/consumer/index.ts'
import { WorldFailed, runCommand } from './command.ts'

await runCommand({
  name: 'feeds:verify',
  about:
    'Proves the current release: digests, schemas, links, withdrawals, both forms of each item.',
  positionals: [{ name: 'DIR|URL', about: 'folder of a store, or address of a feed' }],
  flags: {},
  run: async ({ positionals: [source = ''], say, progress }) => {
    const verification = await verifyRelease(source, {
      onProgress: (done, known) => {
        progress(`${done} of ${known} files`)
      },
    }).catch((error: unknown) => {
      throw error instanceof SourceUnreadable ? new WorldFailed(error.message) : error
    })
    const { ok, release, checked, problems } = verification
    const counts = `${checked.files} files, ${checked.schemas} schemas, ${checked.links} links`
    const name = release === null ? 'The release' : `Release ${release}`
    const lines = ok
      ? [`${name} is whole: ${counts}.`]
      : [
          ...problems.map(({ path, code, message }) => `${path}: ${message} [${code}]`),
          `${name} is not whole: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${counts}.`,
        ]
    say(lines.join('\n'), { ...verification })
    return ok ? 0 : 1
  },
})
