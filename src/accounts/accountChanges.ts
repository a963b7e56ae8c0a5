import type { User } from '../payload-types.ts'

type Fields = Readonly<Record<string, unknown>>

/** Whether a body sets a password; Payload takes an empty one for none. */
export function changesPassword({ password }: Fields): boolean {
  return password !== undefined && password !== null && password !== ''
}

/** Whether a body sets another address than the account has, as Payload would store it. */
export function changesEmail({ email }: Fields, account: Pick<User, 'email'>): boolean {
  if (email === undefined || email === null) return false
  return typeof email !== 'string' || email.toLowerCase().trim() !== account.email
}

/** Whether a body sets other roles than the account has. */
export function changesRoles({ roles }: Fields, account: Pick<User, 'roles'>): boolean {
  if (roles === undefined || roles === null) return false
  const sorted = (each: unknown): string =>
    JSON.stringify(Array.isArray(each) ? [...new Set(each.map(String))].sort() : each)
  return sorted(roles) !== sorted(account.roles)
}
