import type { BasePayload } from 'payload'
import { env } from '../env.ts'
import { escapeHtml } from './digest/index.ts'

/**
 * Sends the link that sets a new password. It leads to PUBLIC_URL, whatever host the request came
 * in by: a stranger can ask for it in somebody else's name, with a host of their choice.
 *
 * @param token - Payload's, good for an hour
 */
export async function sendResetLink(
  payload: BasePayload,
  email: string,
  token: string,
): Promise<void> {
  const url = `${env.publicUrl}/admin/reset/${encodeURIComponent(token)}`
  const paragraphs = [
    'Somebody, hopefully you, asked for a new password for your account. Set it here within an hour:',
    url,
    'If it was not you, leave this mail alone: your password stays as it is.',
  ]
  await payload.sendEmail({
    to: email,
    subject: 'Citegate: set a new password',
    text: `${paragraphs.join('\n\n')}\n`,
    html: paragraphs
      .map((words) => {
        const shown = escapeHtml(words)
        return `<p>${words === url ? `<a href="${shown}">${shown}</a>` : shown}</p>`
      })
      .join('\n'),
  })
}
