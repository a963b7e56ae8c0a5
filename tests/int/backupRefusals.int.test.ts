import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RestoreReport } from '../../src/backup/index.ts'
import { copyKeys, restoreBackup, takeBackup } from '../../src/backup/index.ts'
import { vaultOf } from '../../src/database/index.ts'
import { env } from '../../src/env.ts'
import type { Desk } from './support/desk.ts'
import { openDesk } from './support/desk.ts'
import type { OtherDatabases } from './support/otherDatabases.ts'
import { nativeOf, opened, otherDatabases } from './support/otherDatabases.ts'
import { onMongo } from './support/settings.ts'

const now = new Date()
let desk: Desk
let others: OtherDatabases
/** A whole backup, and a copy of it for each test to spoil. */
let whole: string
let backup: string
let target: string
let copies = 0

beforeAll(async () => {
  others = otherDatabases()
  desk = await openDesk()
  await desk.liveClaim()
  const data = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#08f' } })
    .png()
    .toBuffer()
  await desk.citegate.payload.create({
    collection: 'media',
    data: { alt: 'A blue square.' },
    file: { data, mimetype: 'image/png', name: 'square.png', size: data.length },
    overrideAccess: false,
    user: desk.people.editor.user,
  })
  whole = path.join(others.folder, 'whole')
  await takeBackup(desk.citegate.payload, { folder: whole, mediaDir: env.mediaDir, now })
  target = others.alike()
}, 300_000)

afterAll(async () => {
  await desk.citegate.stop()
  await others.stop()
})

beforeEach(() => {
  backup = path.join(others.folder, `copy-${String((copies += 1))}`)
  cpSync(whole, backup, { recursive: true })
})

const mediaDir = () => path.join(others.folder, 'restored-media')

const restore = (): Promise<RestoreReport> =>
  opened(
    target,
    (payload) =>
      restoreBackup(payload, { folder: backup, mediaDir: mediaDir(), place: 'elsewhere' }),
    'restore',
  )

const rowsInTarget = (): Promise<number> =>
  opened(
    target,
    async (payload) => {
      const vault = vaultOf(payload)
      const counts = await Promise.all(vault.parts.map(vault.count))
      return counts.reduce((sum, count) => sum + count, 0)
    },
    'restore',
  )

async function expectRefusal(words: RegExp): Promise<void> {
  await expect(restore()).rejects.toMatchObject({
    code: 'backup-refused',
    message: expect.stringMatching(words) as string,
  })
  expect(await rowsInTarget()).toBe(0)
  expect(existsSync(mediaDir()) ? readdirSync(mediaDir()) : []).toEqual([])
}

const file = (name: string) => path.join(backup, name)
const manifest = () =>
  JSON.parse(readFileSync(file('manifest.json'), 'utf8')) as { parts: Record<string, Fields> }
type Fields = Record<string, unknown>

function spoil(name: string): void {
  const bytes = readFileSync(file(name))
  const middle = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  writeFileSync(file(name), bytes)
}

/** Changes a part as somebody would who changes the manifest too. */
function rewrite(name: string, change: (rows: Fields[]) => object[]): void {
  const place = file(`${name}.jsonl`)
  const rows = readFileSync(place, 'utf8').trimEnd().split('\n')
  const lines = change(rows.map((row) => JSON.parse(row) as Fields))
  const body = lines.map((row) => `${JSON.stringify(row)}\n`).join('')
  writeFileSync(place, body)
  const told = manifest()
  told.parts[name] = {
    rows: lines.length,
    bytes: Buffer.byteLength(body),
    sha256: createHash('sha256').update(body).digest('hex'),
  }
  writeFileSync(file('manifest.json'), JSON.stringify(told))
}

describe('a damaged backup is refused before anything is written', () => {
  it.each(['claims.jsonl', 'reviews.jsonl', 'users.jsonl', 'claims.versions.jsonl'])(
    'with a flipped bit in %s',
    async (name) => {
      spoil(name)
      await expectRefusal(/is damaged/)
    },
  )

  it('with a flipped bit in an image', async () => {
    spoil('media/square.png')
    await expectRefusal(/image square\.png is another one/)
  })

  it('with a part missing', async () => {
    rmSync(file('studies.jsonl'))
    await expectRefusal(/studies\.jsonl is missing/)
  })

  it('with an image missing', async () => {
    rmSync(file('media/square.png'))
    await expectRefusal(/image square\.png is missing/)
  })

  it('with a part cut short', async () => {
    const lines = readFileSync(file('reviews.jsonl'), 'utf8').split('\n')
    writeFileSync(file('reviews.jsonl'), `${lines.slice(0, -2).join('\n')}\n`)
    await expectRefusal(/not what the manifest says/)
  })

  it('when it was never finished', async () => {
    rmSync(file('manifest.json'))
    await expectRefusal(/no whole backup/)
  })

  it.each([
    ['another format', { format: 2 }, /has the format 2/],
    ['another schema', { schema: '0999_later', citegate: '9.0.0' }, /made by Citegate 9\.0\.0/],
    ['a manifest of something else', { idForm: 'number' }, /manifest\.json .* is damaged/],
  ])('with %s', async (_name, change, words) => {
    writeFileSync(file('manifest.json'), JSON.stringify({ ...manifest(), ...change }))
    await expectRefusal(words)
  })

  it('with an image that would be put somewhere else', async () => {
    const body = `${JSON.stringify({ file: '../../escaped.png', bytes: 1, sha256: 'a'.repeat(64) })}\n`
    writeFileSync(file('media.files.jsonl'), body)
    const sha256 = createHash('sha256').update(body).digest('hex')
    const media = { rows: 1, bytes: body.length, sha256, missing: [] }
    writeFileSync(file('manifest.json'), JSON.stringify({ ...manifest(), media }))
    await expectRefusal(/names no file/)
  })
})

describe('a restore that fails on the way leaves nothing', () => {
  it('with a property that this version does not know', async () => {
    rewrite('users', (rows) => rows.map((row) => ({ ...row, shoeSize: 43 })))
    await expectRefusal(/users with the property shoeSize/)
  })

  it('with a key that stands twice', async () => {
    rewrite('users', (rows) => [
      ...rows,
      { ...rows[0], id: String(rows[0]?.['id']).replace(/^./, 'e') },
    ])
    await expectRefusal(/users cannot be written .* nothing was kept/)
  })
})

describe('a restore that is killed', () => {
  it.runIf(!onMongo)('is undone by SQLite itself', async () => {
    const child = spawn(process.execPath, ['tests/int/children/restoreAndDie.ts', backup, target], {
      env: { ...process.env, NODE_ENV: 'test' },
      stdio: 'inherit',
    })
    expect(await once(child, 'close')).toEqual([null, 'SIGKILL'])
    expect(await rowsInTarget()).toBe(0)
  })

  it.runIf(onMongo)(
    'is known by its mark in MongoDB: nobody reads it, and the next begins anew',
    async () => {
      await opened(
        target,
        async (payload) => {
          const unfinished = { _id: 'unfinished', since: now }
          await nativeOf(payload).collection('citegate-restore').insertOne(unfinished)
          await nativeOf(payload).collection('claims').insertOne({ key: 'left' })
        },
        'restore',
      )
      for (const access of ['read', 'write'] as const) {
        await expect(opened(target, () => Promise.resolve(), access)).rejects.toMatchObject({
          code: 'database-refused',
          message: expect.stringContaining('npm run restore again') as string,
        })
      }
      expect(await restore()).toMatchObject({ begunAnew: true })
      target = others.alike()
    },
  )
})

describe('a restore', () => {
  it('goes into an empty database only, and takes nothing away', async () => {
    const full = others.alike()
    target = full
    const first = await restore()
    expect(first.rows).toBeGreaterThan(20)
    await expect(restore()).rejects.toMatchObject({
      code: 'backup-refused',
      message: expect.stringMatching(/is not empty.*in reviews/) as string,
    })
    expect(await rowsInTarget()).toBe(first.rows)
    target = others.alike()
  })

  it('writes over no image', async () => {
    rmSync(path.join(mediaDir(), 'square.png'))
    writeFileSync(path.join(mediaDir(), 'square.png'), 'another image')
    await expect(restore()).rejects.toThrow(/is another image/)
    expect(readFileSync(path.join(mediaDir(), 'square.png'), 'utf8')).toBe('another image')
    expect(await rowsInTarget()).toBe(0)
  })
})

describe('a backup', () => {
  it('is read by its owner only, and holds no session and no open door', () => {
    const modes = readdirSync(whole, { recursive: true, encoding: 'utf8' }).map((name) =>
      (statSync(path.join(whole, name)).mode & 0o077).toString(8),
    )
    expect(new Set(modes)).toEqual(new Set(['0']))
    const users = readFileSync(path.join(whole, 'users.jsonl'), 'utf8')
    expect(users).toContain('"hash":')
    expect(users).not.toMatch(/sessions|resetPassword/)
  })

  it('is not written over anything, and leaves nothing when it fails', async () => {
    const { payload } = desk.citegate
    await expect(takeBackup(payload, { folder: whole, now })).rejects.toThrow(/is not empty/)
    const broken = path.join(others.folder, 'broken')
    // A folder in the place of the images cannot be copied.
    const noFiles = path.join(others.folder, 'no-files', 'square.png')
    cpSync(path.join(whole, 'media'), noFiles, { recursive: true })
    const mediaDirWithout = path.dirname(noFiles)
    await expect(
      takeBackup(payload, { folder: broken, mediaDir: mediaDirWithout, now }),
    ).rejects.toThrow()
    expect(readdirSync(broken)).toEqual([])
  })

  it('names an image that is gone, and keeps the rest', async () => {
    const folder = path.join(others.folder, 'without-image')
    const nowhere = path.join(others.folder, 'nowhere')
    const taken = await takeBackup(desk.citegate.payload, { folder, mediaDir: nowhere, now })
    expect(taken.media).toMatchObject({ rows: 0, missing: ['square.png'] })
  })
})

describe('keys', () => {
  it('are copied apart, for their owner only, over nothing', async () => {
    const from = path.join(others.folder, 'keys')
    const to = path.join(others.folder, 'elsewhere', 'keys')
    await expect(copyKeys(from, to, backup)).rejects.toThrow(/no keys/)
    cpSync(path.join(whole, 'manifest.json'), path.join(from, 'timestamp.pem'))
    await expect(copyKeys(from, path.join(backup, 'keys'), backup)).rejects.toThrow(/could sign/)
    expect(await copyKeys(from, to, backup)).toEqual(['timestamp.pem'])
    expect(statSync(path.join(to, 'timestamp.pem')).mode & 0o777).toBe(0o600)
    await expect(copyKeys(from, to, backup)).rejects.toThrow(/not written over/)
  })
})
