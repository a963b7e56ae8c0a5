import type { PayloadRequest } from 'payload'
import { hasRole } from './hasRole.ts'

/** People who keep accounts and settings. */
export const isAdmin = ({ req }: { req: PayloadRequest }): boolean => hasRole(req.user, 'admin')
