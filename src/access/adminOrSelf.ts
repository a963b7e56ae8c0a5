import type { Access } from 'payload'
import { hasRole } from './hasRole.ts'

/** Administrators, and everybody for their own account. */
export const adminOrSelf: Access = ({ req }) => {
  if (req.user === null) return false
  return hasRole(req.user, 'admin') ? true : { id: { equals: req.user.id } }
}
