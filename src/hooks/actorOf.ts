import type { PayloadRequest } from 'payload'
import type { Actor } from '../domain/model/index.ts'
import { toActor } from '../projection/index.ts'
import { refusal } from '../refusal.ts'

/**
 * Who acts. Content is never written by nobody: a job or script acts for a person or not at all.
 *
 * @throws a refusal (401) when nobody is signed in
 */
export function actorOf(req: PayloadRequest): Actor {
  if (req.user === null) {
    throw refusal(
      'not-signed-in',
      'Nobody is signed in, and every change of content needs a person who made it. Sign in, or hand over the user.',
    )
  }
  return toActor(req.user)
}
