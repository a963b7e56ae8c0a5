import type { BasePayload } from 'payload'
import { createLocalReq } from 'payload'
import type { User } from '../payload-types.ts'
import { asRecorder } from '../records/index.ts'

export type NewAccount = Pick<User, 'email' | 'key' | 'name' | 'roles'> &
  Partial<Pick<User, 'credentials' | 'isFictitious' | 'orcid'>> & { readonly password: string }

/** Makes an account for the program itself: the first administrator, the people of the demo. */
export async function makeAccount(payload: BasePayload, account: NewAccount): Promise<User> {
  const req = await createLocalReq({}, payload)
  return asRecorder(req, () =>
    payload.create({ collection: 'users', data: account, depth: 0, req }),
  )
}
