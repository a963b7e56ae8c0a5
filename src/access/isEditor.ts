import type { PayloadRequest } from 'payload'
import { hasRole } from './hasRole.ts'

/** People who write. */
export const isEditor = ({ req }: { req: PayloadRequest }): boolean => hasRole(req.user, 'editor')
