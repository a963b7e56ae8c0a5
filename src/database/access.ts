/**
 * `write`: this process does the work of the program; on SQLite it owns the file. `read`: it looks
 * on beside whoever does, with no lock, no migration, and every write refused.
 */
export type Access = 'read' | 'write'
