import type { Actor } from '../domain/model/index.ts'
import type { User } from '../payload-types.ts'
import { optional, present } from './text.ts'

/** An account as the log keeps it: the person as they are at this moment. */
export function toActor(user: User): Actor {
  return present({
    key: user.key,
    name: user.name,
    credentials: optional(user.credentials),
    orcid: optional(user.orcid),
    roles: [...user.roles].sort(),
    isFictitious: user.isFictitious ?? false,
  })
}
