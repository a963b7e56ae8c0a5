import path from 'node:path'
import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const eslint = new ESLint({ cwd: root })

/** What the linter says of a file of ours if it held this code. */
async function complaints(code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(root, filePath) })
  return (result?.messages ?? []).flatMap(({ ruleId, message, fatal }) =>
    fatal === true ? [message] : ruleId === 'no-restricted-syntax' ? [message] : [],
  )
}

const past = /payload\.db/

const writes = [
  ['a write', 'await req.payload.db.updateOne({})'],
  ['a write to a version', 'await payload.db.updateVersion({})'],
  ['a write in brackets', "await payload.db['updateOne']({})"],
  ['a write in brackets of a template', 'await payload.db[`updateOne`]({})'],
  ['an optional write', 'await req?.payload?.db?.deleteMany({})'],
  ['an alias by destructuring', 'const { db } = req.payload; await db.create({})'],
  ['an alias under another name', 'const { db: store } = req.payload; await store.create({})'],
  ['an alias by assignment', 'const store = payload.db; await store.deleteOne({})'],
  ['the database in brackets', "const store = payload['db']; await store.deleteOne({})"],
  ['a method taken out', 'const { updateOne } = payload.db; await updateOne({})'],
  ['a method taken out of its alias', 'const { db: { updateOne } } = payload; await updateOne({})'],
  ['the database handed on', 'await write(payload.db)'],
  ['a write by a name that is computed', 'await payload.db[name]({})'],
  ['an upsert', 'await payload.db.upsert({})'],
  ['the driver itself', 'payload.db.drizzle.run(statement)'],
  ['a global', 'await payload.db.updateGlobal({})'],
  ['jobs', 'await payload.db.updateJobs({})'],
] as const

const reads = [
  ['finding', 'await req.payload.db.find({})'],
  ['finding by an alias', 'const { db } = req.payload; await db.queryDrafts({})'],
  ['counting', 'await payload.db.count({})'],
] as const

describe('a direct write to the database', () => {
  it.each(writes)('fails the lint in a hook: %s', async (_, code) => {
    expect((await complaints(`${code}\n`, 'src/hooks/guardWrite.ts')).join()).toMatch(past)
  })

  it.each([
    'src/endpoints/review.ts',
    'src/jobs/releaseTask.ts',
    'src/start/loadDemo.ts',
    'scripts/contentCheck.ts',
    'payload.config.ts',
    'src/publish/publishRelease.ts',
  ])('fails the lint in %s', async (file) => {
    expect((await complaints('await payload.db.updateOne({})\n', file)).join()).toMatch(past)
  })

  it('is allowed in one file', async () => {
    const code = 'await payload.db.updateOne({})\n'
    expect(await complaints(code, 'src/hooks/directWrites.ts')).toEqual([])
  })

  it.each(reads)('is not %s', async (_, code) => {
    expect(await complaints(`${code}\n`, 'src/hooks/guardWrite.ts')).toEqual([])
  })

  it('cannot be excused by a comment', async () => {
    const code = '// eslint-disable-next-line\nawait payload.db.updateOne({})\n'
    expect((await complaints(code, 'src/hooks/guardWrite.ts')).join()).toMatch(past)
  })
})
