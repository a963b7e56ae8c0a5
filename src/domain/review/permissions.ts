import type { Role } from '../model/index.ts'
import type { LiveAction, ReviewAction } from './transitions.ts'

/**
 * Who may do what; one of the roles is enough. Administrators manage accounts and settings: an admin
 * who is nothing else neither signs nor publishes. Withdrawal needs nobody's approval.
 */
export const permissions: Readonly<Record<ReviewAction | LiveAction, readonly Role[]>> = {
  edit: ['editor'],
  submit: ['editor'],
  approve: ['reviewer'],
  'request-changes': ['reviewer'],
  publish: ['editor', 'reviewer'],
  withdraw: ['editor', 'reviewer'],
}

/** Whether somebody with these roles may take the action at all, whatever the state. */
export function isPermitted(action: ReviewAction | LiveAction, roles: readonly Role[]): boolean {
  return permissions[action].some((role) => roles.includes(role))
}
