import type { RequestListener } from 'node:http'
import request from 'supertest'

/** Gets a path of a listener over real HTTP, on a port of its own. */
export const getOver = (listener: RequestListener, path: string): request.Test =>
  request(listener).get(path)
