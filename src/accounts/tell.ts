import type { BasePayload } from 'payload'

/** What happens to accounts, for the log of the program: permanent codes. */
export type AccountEvent =
  | 'account-deleted'
  | 'account-locked'
  | 'account-made'
  | 'email-changed'
  | 'password-changed'
  | 'password-reset'
  | 'password-wrong'
  | 'roles-changed'

/**
 * Tells the log of the program, at the level that is shown unless somebody lowers it. Keys only: no
 * addresses, and nothing of what was typed.
 *
 * @param by - who did it, when that is another person
 */
export function tell(
  payload: BasePayload,
  code: AccountEvent,
  account: { readonly key: string },
  by?: { readonly key: string } | null,
): void {
  payload.logger.warn({
    code,
    account: account.key,
    ...(by === undefined || by === null ? {} : { by: by.key }),
    msg: `${code} ${account.key}`,
  })
}
