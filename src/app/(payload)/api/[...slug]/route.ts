import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'
import { getPayload } from 'payload'
import config from '../../../../../payload.config.ts'
import { answerApi } from '../../../../endpoints/index.ts'

type Handler = ReturnType<typeof REST_GET>

/** Strangers and improper bodies are turned away before Payload sees the request. */
function forPeople(handler: Handler): Handler {
  return async (request, context) => {
    const payload = await getPayload({ config, cron: true })
    return answerApi(payload, request, (checked) => handler(checked, context))
  }
}

export const GET = forPeople(REST_GET(config))
export const POST = forPeople(REST_POST(config))
export const PUT = forPeople(REST_PUT(config))
export const PATCH = forPeople(REST_PATCH(config))
export const DELETE = forPeople(REST_DELETE(config))
export const OPTIONS = REST_OPTIONS(config)
