import { migrationsFolder, readMigrations } from './migrate.ts'

/** The newest schema that this version knows, by the name of the migration that made it. */
export function schemaName(): string {
  return readMigrations(migrationsFolder).at(-1)?.name ?? 'none'
}
