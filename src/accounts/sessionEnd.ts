import type { CollectionRefreshHook } from 'payload'
import { Forbidden, getFieldsToSign, jwtSign } from 'payload'

/** How long a session lasts from its login, whatever happens in it. */
export const sessionSeconds = 8 * 60 * 60

interface StoredSession {
  readonly id: string
  readonly createdAt?: Date | string | null
}

/**
 * Renews a token without a longer life: Payload's own renewal would begin the eight hours anew, and
 * a stolen session would never end.
 */
export const keepSessionEnd: CollectionRefreshHook = async ({ args, user }) => {
  const { req, collection } = args
  const { _sid: sid } = req.user as { _sid?: string }
  const { sessions, email } = user as { sessions?: readonly StoredSession[]; email: string }
  const session = sessions?.find(({ id }) => id === sid)
  const begun = new Date(session?.createdAt ?? Number.NaN).getTime()
  const left = Math.floor((begun + sessionSeconds * 1000 - Date.now()) / 1000)
  if (sid === undefined || !(left > 0)) throw new Forbidden(req.t)
  const fieldsToSign = getFieldsToSign({
    collectionConfig: collection.config,
    email,
    sid,
    user: req.user,
  })
  const { exp, token } = await jwtSign({
    fieldsToSign,
    secret: req.payload.secret,
    tokenExpiration: left,
  })
  return { exp, refreshedToken: token, setCookie: true, user: user as unknown }
}
