import type { Role } from '../domain/model/index.ts'

/** Whether a signed-in person has one of the roles. Nobody signed in has none. */
export function hasRole(user: unknown, ...wanted: readonly Role[]): boolean {
  if (typeof user !== 'object' || user === null || !('roles' in user)) return false
  const { roles } = user
  return Array.isArray(roles) && wanted.some((role) => roles.includes(role))
}
