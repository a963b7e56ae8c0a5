import type { Role } from '../model/index.ts'
import type { Action } from './actions.ts'

/** What needs a permission: what people ask for, writing, and what time does by itself. */
export type PermittedAction = Action | 'edit' | 'expire'

/**
 * Who may do what; one of the roles is enough. Administrators manage accounts and settings: an admin
 * who is nothing else neither signs nor publishes. Withdrawal needs nobody's approval. A comment is
 * resolved by whoever wrote it or by a reviewer. Signatures expire without anybody's doing.
 */
export const permissions: Readonly<Record<PermittedAction, readonly Role[]>> = {
  edit: ['editor'],
  submit: ['editor'],
  assign: ['editor', 'reviewer'],
  comment: ['editor', 'reviewer'],
  resolve: ['editor', 'reviewer'],
  approve: ['reviewer'],
  'request-changes': ['reviewer'],
  expire: [],
  publish: ['editor', 'reviewer'],
  schedule: ['editor', 'reviewer'],
  unschedule: ['editor', 'reviewer'],
  reinstate: ['editor', 'reviewer'],
  withdraw: ['editor', 'reviewer'],
}

/** Whether somebody with these roles may take the action at all, whatever the state. */
export function isPermitted(action: PermittedAction, roles: readonly Role[]): boolean {
  return permissions[action].some((role) => roles.includes(role))
}
