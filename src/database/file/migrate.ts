import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseRefused } from './databaseRefused.ts'

/** Where the migrations of this version are; programs run in the project's folder. */
export const migrationsFolder = path.join('migrations', 'sqlite')

export interface Migration {
  /** File name without ending, e.g. `0001_first-schema`; their order is the order of names. */
  readonly name: string
  readonly sql: string
}

export interface MigrationReport {
  readonly applied: readonly string[]
  /** Copy of the database as it was before; absent when it was empty or nothing was applied. */
  readonly backup?: string
}

/**
 * Whether a file has all migrations.
 *
 * @throws DatabaseRefused like `migrate`
 */
export function isMigrated(file: string, migrations: readonly Migration[]): boolean {
  if (!existsSync(file)) return false
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return hasAll(file, migrations, migrationsDone(database))
  } finally {
    database.close()
  }
}

/**
 * Whether the migrations that a file says it had are all there are.
 *
 * @param done - digest of each, by name
 * @throws DatabaseRefused like `migrate`
 */
export function hasAll(
  file: string,
  migrations: readonly Migration[],
  done: ReadonlyMap<string, string>,
): boolean {
  refuseForeignHistory(file, migrations, done)
  return migrations.every(({ name }) => done.has(name))
}

/** Reads `*.sql` of a folder, in order. */
export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({
      name: name.slice(0, -'.sql'.length),
      sql: readFileSync(path.join(folder, name), 'utf8'),
    }))
}

/**
 * Brings a SQLite file to the newest schema, creating it when absent. Payload's own runner is not
 * used: rebuilding a table with foreign keys on cascades into the rows that point at it, which
 * empties claims of their citations. Here each migration runs with foreign keys off, and the
 * transaction is only committed when `foreign_key_check` finds nothing.
 *
 * @param file - path of the database
 * @param migrations - all that the program knows, in order
 * @param now - names the backup
 * @throws DatabaseRefused when the file is from a newer version, or was migrated differently
 */
export function migrate(
  file: string,
  migrations: readonly Migration[],
  now: Date,
): MigrationReport {
  const isNew = !existsSync(file)
  const database = new DatabaseSync(file)
  try {
    database.exec('PRAGMA journal_mode = WAL')
    database.exec(
      'CREATE TABLE IF NOT EXISTS citegate_migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
    )
    const done = migrationsDone(database)
    refuseForeignHistory(file, migrations, done)
    const pending = migrations.filter(({ name }) => !done.has(name))
    if (pending.length === 0) return { applied: [] }

    const backup = isNew || done.size === 0 ? undefined : backUp(database, file, now)
    for (const migration of pending) apply(database, migration, now)
    const applied = pending.map(({ name }) => name)
    return backup === undefined ? { applied } : { applied, backup }
  } finally {
    database.close()
  }
}

function migrationsDone(database: DatabaseSync): ReadonlyMap<string, string> {
  const table = database
    .prepare("SELECT 1 FROM sqlite_master WHERE name = 'citegate_migrations'")
    .get()
  if (table === undefined) return new Map()
  return new Map(
    database
      .prepare('SELECT name, sha256 FROM citegate_migrations')
      .all()
      .map((row) => [String(row['name']), String(row['sha256'])]),
  )
}

function refuseForeignHistory(
  file: string,
  migrations: readonly Migration[],
  done: ReadonlyMap<string, string>,
): void {
  const known = new Map(migrations.map((migration) => [migration.name, digest(migration)]))
  for (const [name, sha256] of done) {
    const expected = known.get(name)
    if (expected === undefined) {
      throw new DatabaseRefused(
        `The database ${file} comes from a newer version of Citegate (it has the migration ${name}, which this version does not know). Start that version, or restore a backup from before it.`,
      )
    }
    if (expected !== sha256) {
      throw new DatabaseRefused(
        `The database ${file} was migrated by another text of ${name} than this version has. Use the version that made it, or restore a backup.`,
      )
    }
  }
}

function backUp(database: DatabaseSync, file: string, now: Date): string {
  const backup = `${file}.${now.toISOString().replaceAll(':', '').slice(0, 17)}.backup`
  database.prepare('VACUUM INTO ?').run(backup)
  return backup
}

function apply(database: DatabaseSync, migration: Migration, now: Date): void {
  database.exec('PRAGMA foreign_keys = OFF')
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec(migration.sql)
    const broken = database.prepare('PRAGMA foreign_key_check').all()
    if (broken.length > 0) {
      throw new DatabaseRefused(
        `The migration ${migration.name} would leave ${String(broken.length)} references without their target; nothing was changed.`,
      )
    }
    database
      .prepare('INSERT INTO citegate_migrations (name, sha256, applied_at) VALUES (?, ?, ?)')
      .run(migration.name, digest(migration), now.toISOString())
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function digest({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex')
}
