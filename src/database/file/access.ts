/**
 * `write`: this process does the work of the program; on SQLite it owns the file. `read`: it looks
 * on beside whoever does, with no lock, no migration, and every write refused. `restore`: it fills an
 * empty database, for as long as that takes, and may take up a filling that was killed.
 */
export type Access = 'read' | 'restore' | 'write'
