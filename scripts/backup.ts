import { runCommand } from './command.ts'

await runCommand({
  name: 'backup',
  about:
    'Takes the database as it is at one moment, and the images, into a new folder. Only reads, also while the server runs. Exits 1 when images are missing. The store of releases is not part of it, and keys only go where --keys says.',
  positionals: [
    { name: 'DIR', about: 'new folder; it holds the hashes of passwords: keep it to yourself' },
  ],
  flags: {
    keys: {
      type: 'string',
      value: 'DIR',
      about: 'copy the keys that sign releases into another folder; whoever has them can sign',
    },
  },
  run: async ({ positionals: [folder = ''], flags: { keys }, say, progress }) => {
    progress('Opening the database …')
    // Loaded here, so that a setting that cannot be used is told like any other failure.
    const { env } = await import('../src/env.ts')
    const { withPayload } = await import('../src/start/index.ts')
    const { copyKeys, takeBackup } = await import('../src/backup/index.ts')
    // First: what is refused is refused before anything is written.
    const copied = keys === undefined ? [] : await copyKeys(env.keysDir, keys, folder)
    const { head, media, parts } = await withPayload(
      (payload) =>
        takeBackup(payload, { folder, mediaDir: env.mediaDir, now: new Date(), progress }),
      { access: 'read' },
    )
    const rows = Object.values(parts).reduce((sum, part) => sum + part.rows, 0)
    const missing = media?.missing ?? []
    say(
      [
        `The backup is in ${folder}: ${String(rows)} documents and versions, ${String(media?.rows ?? 0)} images.`,
        ...(head === null
          ? []
          : [`Its log ends with entry ${String(head.sequence)}, hash ${head.hash}.`]),
        ...(copied.length === 0
          ? ['Keys are not in it (--keys DIR copies them).']
          : [`The keys are in ${String(keys)}: ${copied.join(', ')}.`]),
        ...missing.map((file) => `The image ${file} is missing in ${env.mediaDir}.`),
      ].join('\n'),
      { folder, rows, images: media?.rows ?? 0, missing, head, keys: copied },
    )
    return missing.length === 0 ? 0 : 1
  },
})
