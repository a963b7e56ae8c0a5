import type { RequestContext } from 'payload'

const property = 'citegateOwner'

/** Notes on a request that its person has just proved to be who they are, by their password. */
export function noteOwner(context: RequestContext, accountId: string): void {
  context[property] = accountId
}

/** Whether they have, for this account. No body of a request reaches this note. */
export function isOwner(context: RequestContext, accountId: string): boolean {
  return context[property] === accountId
}
