import type { BasePayload } from 'payload'
import { siteGate } from '../sites/index.ts'
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
  if (body.accepted) {
    const response = await answer(body.request)
    // After the commit, and before anybody is told: a site that was retired opens nothing any more.
    if (request.method !== 'GET' && isOfSites(request)) await siteGate()?.reload()
    return response
  }
  const { message } = body
  return Response.json(
    { errors: [{ message, data: { code: 'malformed' } }] },
    { status: 400, headers: { 'Cache-Control': 'no-store' } },
  )
}

function isOfSites({ url }: Request): boolean {
  return /^\/api\/sites(?:\/|$)/.test(new URL(url).pathname)
}
