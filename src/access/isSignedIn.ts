import type { PayloadRequest } from 'payload'

/** Anybody with an account. Strangers get 403. */
export const isSignedIn = ({ req }: { req: PayloadRequest }): boolean => req.user !== null
