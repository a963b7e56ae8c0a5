import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { getPayload } from 'payload'
import configPromise from '../payload.config.ts'
import { databaseFor, sqliteAdapterOf } from '../src/database/index.ts'

const help = `npm run migrations [-- NAME | --check]

Compares the collections with migrations/sqlite and writes the SQL that closes the gap as
migrations/sqlite/NNNN_NAME.sql. Read it before you commit it: a generated change of a column's
type rebuilds its table.

  --check  write nothing; exit 1 when a migration is missing
  --json   print the outcome as JSON
  --help   print this`

const folder = path.resolve(import.meta.dirname, '../migrations/sqlite')
const snapshotFile = path.join(folder, 'schema.json')

/** The generator's own description of a schema; nobody else looks into it. */
type Snapshot = Readonly<Record<string, unknown>>

/** What of the generator is used; its package ships no types that the adapter could show. */
interface MigrationKit {
  readonly generateDrizzleJson: (schema: unknown) => Promise<Snapshot>
  readonly generateMigration: (before: Snapshot, after: Snapshot) => Promise<readonly string[]>
}

/** The statements between the committed snapshot and the collections, and the new snapshot. */
async function compare(): Promise<{ statements: readonly string[]; snapshot: Snapshot }> {
  // Nothing connects: the URL only selects SQLite, and no session needs the secret.
  const config = Object.assign(await configPromise, {
    db: databaseFor(`file:${path.join(tmpdir(), 'citegate-schema-only.db')}`),
    secret: 'schema only',
  })
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  const database = sqliteAdapterOf(payload)
  const kit = database.requireDrizzleKit() as unknown as MigrationKit
  const blank: unknown = database.defaultDrizzleSnapshot
  const snapshot = await kit.generateDrizzleJson(database.schema)
  const before = readSnapshot() ?? (blank as Snapshot)
  return { statements: await kit.generateMigration(before, snapshot), snapshot }
}

function readSnapshot(): Snapshot | undefined {
  try {
    return JSON.parse(readFileSync(snapshotFile, 'utf8')) as Snapshot
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function write(name: string, statements: readonly string[], snapshot: Snapshot): string {
  mkdirSync(folder, { recursive: true })
  const number = readdirSync(folder).filter((file) => file.endsWith('.sql')).length + 1
  const file = `${String(number).padStart(4, '0')}_${name}.sql`
  writeFileSync(path.join(folder, file), `${statements.join('\n')}\n`)
  // Random ids of the generator would make every run a change.
  const stable = { ...snapshot, id: file, prevId: '' }
  writeFileSync(snapshotFile, `${JSON.stringify(stable, null, 1)}\n`)
  return file
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
})

if (values.help === true) {
  console.log(help)
} else {
  const { statements, snapshot } = await compare()
  const isCurrent = statements.length === 0
  const written =
    isCurrent || values.check === true
      ? undefined
      : write(positionals[0] ?? 'schema', statements, snapshot)
  if (values.json === true) console.log(JSON.stringify({ isCurrent, statements, written }))
  else if (isCurrent) console.log('The SQLite migrations are up to date.')
  else if (written === undefined) {
    console.log(
      `The SQLite migrations lack ${String(statements.length)} statements. Run: npm run migrations -- NAME`,
    )
  } else console.log(`Wrote migrations/sqlite/${written}. Read it before you commit it.`)
  process.exit(isCurrent || written !== undefined ? 0 : 1)
}
