import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import type { User } from '../payload-types.ts'
import { isRecording } from '../records/index.ts'
import { refusal } from '../refusal.ts'
import { changesEmail, changesPassword, changesRoles } from './accountChanges.ts'
import { noteEvents } from './accountEvents.ts'
import { isOwner } from './ownership.ts'
import type { PasswordOwner } from './passwordProblem.ts'
import { passwordProblem } from './passwordProblem.ts'
import type { AccountEvent } from './tell.ts'

type Fields = Record<string, unknown>

/**
 * What holds for accounts whatever the route: a password that nobody guesses; a password and an
 * address that only their person changes, since they sign with them; roles that another
 * administrator gives.
 */
export const guardAccount: CollectionBeforeValidateHook = ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (data === undefined) return data as unknown
  const fields = data as Fields
  // The demo and the tests choose for people who do not exist.
  if (changesPassword(fields) && !isRecording(req)) {
    refuseGuessable(fields['password'], {
      ...(originalDoc as PasswordOwner | undefined),
      ...fields,
    })
  }
  // A password reset hands over the whole account, and no earlier one.
  if (operation !== 'update' || originalDoc === undefined) return fields
  const account = originalDoc as User
  noteEvents(req.context, eventsOf(fields, account))
  if (!isRecording(req)) {
    if (changesPassword(fields)) refuseOthers(req, account, 'password')
    if (changesEmail(fields, account)) refuseOthers(req, account, 'address')
    if (changesRoles(fields, account)) refuseOwnRoles(req, account)
  }
  return { ...fields, ...whatEnds(fields) }
}

/** @throws a refusal (400) that says why the password is not taken */
export function refuseGuessable(password: unknown, owner: PasswordOwner): void {
  const problem = passwordProblem(password, owner)
  if (problem !== undefined) throw refusal('malformed', problem)
}

function refuseOthers(req: PayloadRequest, account: User, what: 'address' | 'password'): void {
  if (isOwner(req.context, account.id)) return
  throw refusal(
    'role',
    req.user?.id === account.id
      ? `A new ${what} needs the present password, through PATCH /api/users/{id} with currentPassword.`
      : `Only ${account.name} changes the ${what} of this account: signatures are made with it. They can set a new password through “Forgot password” on the login page.`,
  )
}

function refuseOwnRoles(req: PayloadRequest, account: User): void {
  if (req.user?.id !== account.id) return
  throw refusal('role', 'Nobody changes their own roles. Ask another administrator.')
}

function eventsOf(fields: Fields, account: User): AccountEvent[] {
  return [
    ...(changesPassword(fields) ? (['password-changed'] as const) : []),
    ...(changesEmail(fields, account) ? (['email-changed'] as const) : []),
    ...(changesRoles(fields, account) ? (['roles-changed'] as const) : []),
  ]
}

/** A new password ends a link that was mailed before; an account without roles, its sessions. */
function whatEnds(fields: Fields): Fields {
  const { roles } = fields
  return {
    ...(changesPassword(fields) ? { resetPasswordToken: null, resetPasswordExpiration: null } : {}),
    ...(Array.isArray(roles) && roles.length === 0 ? { sessions: [] } : {}),
  }
}
