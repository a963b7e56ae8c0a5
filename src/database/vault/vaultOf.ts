import type { BasePayload } from 'payload'
import { mongoVault } from './mongoVault.ts'
import { sqliteVault } from './sqliteVault.ts'
import type { Vault } from './vault.ts'

/** The database behind a program, past the CMS. Filling it takes access `restore`. */
export function vaultOf(payload: BasePayload): Vault {
  return payload.db.name === 'mongoose' ? mongoVault(payload) : sqliteVault(payload)
}
