import type { BasePayload } from 'payload'
import { checkedBody } from './checkedBody.ts'
import { refuseStrangers } from './refuseStrangers.ts'

/**
 * What every request of the API passes before Payload sees it: nobody without an account, nothing
 * that is no proper body.
 *
 * @param answer - Payload's own handler
 */
export async function answerApi(
  payload: BasePayload,
  request: Request,
  answer: (request: Request) => Promise<Response>,
): Promise<Response> {
  const refused = await refuseStrangers(payload, request)
  if (refused !== undefined) return refused
  const body = await checkedBody(request)
  if (body.accepted) return answer(body.request)
  const { message } = body
  return Response.json(
    { errors: [{ message, data: { code: 'malformed' } }] },
    { status: 400, headers: { 'Cache-Control': 'no-store' } },
  )
}
