import type { RequestListener } from 'node:http'
import request from 'supertest'

/** Asks a listener over real HTTP, on a port of its own. */
export const supertest = (listener: RequestListener) => request(listener)
