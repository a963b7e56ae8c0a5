import { createTransport } from 'nodemailer'
import type { EmailAdapter, SendEmailOptions } from 'payload'
import type { MailAddress } from './addresses.ts'
import { leadsNowhere } from './addresses.ts'
import { writeToOutbox } from './writeToOutbox.ts'
import { smtpOptions } from './smtpOptions.ts'

export interface MailSettings {
  /** `smtp://…` or `smtps://…`; undefined writes all mail to the outbox. */
  readonly smtpUrl: string | undefined
  readonly from: MailAddress
  readonly outboxFile: string
}

/**
 * What Payload sends mail with: a mail server or, without one, a file. Mail to people who cannot
 * exist goes to the file in any case.
 */
export function mailAdapter({ smtpUrl, from, outboxFile }: MailSettings): EmailAdapter {
  const transport = smtpUrl === undefined ? undefined : createTransport(smtpOptions(smtpUrl))
  return () => ({
    name: transport === undefined ? 'outbox' : 'smtp',
    defaultFromAddress: from.address,
    defaultFromName: from.name,
    sendEmail: async (message) => {
      const complete = { from: { ...from }, ...message }
      if (transport === undefined || recipientsOf(message).every(leadsNowhere)) {
        await writeToOutbox(outboxFile, complete)
      } else {
        await transport.sendMail(complete)
      }
    },
  })
}

function recipientsOf({ to }: SendEmailOptions): readonly string[] {
  return [to].flat(2).flatMap((each) => {
    if (each === undefined || Array.isArray(each)) return []
    return (typeof each === 'string' ? each : each.address) ?? []
  })
}
