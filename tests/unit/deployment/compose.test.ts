import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const service = z.object({
  image: z.string(),
  command: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
})

const { services, volumes } = z
  .object({
    services: z.object({ mongo: service, app: service }),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(readFileSync('docker-compose.yml', 'utf8')))

describe('docker-compose.yml', () => {
  it('runs the MongoDB the tests run on, as a replica set that forms itself', () => {
    expect(services.mongo.image).toBe('mongo:7.0')
    expect(services.mongo.command?.join(' ')).toContain('--replSet rs0')
    expect(services.mongo.healthcheck?.test.join(' ')).toContain("rs.initiate({ _id: 'rs0'")
    expect(services.app.environment?.DATABASE_URL).toContain('replicaSet=rs0')
  })

  it('starts the app only when the database takes writes', () => {
    expect(services.app.depends_on).toEqual({ mongo: { condition: 'service_healthy' } })
  })

  it('keeps what must outlive a container in named volumes', () => {
    const named = [services.mongo, services.app].flatMap((each) =>
      each.volumes.map((volume) => volume.split(':')[0]),
    )
    expect(named.sort()).toEqual(Object.keys(volumes).sort())
  })

  it('shows the database to nobody and the app to this machine only', () => {
    expect(services.mongo.ports).toBeUndefined()
    expect(services.app.ports?.every((port) => port.startsWith('127.0.0.1:'))).toBe(true)
  })

  it('holds no secret', () => {
    expect(services.app.environment?.PAYLOAD_SECRET).toMatch(/^\$\{PAYLOAD_SECRET:\?/)
  })
})
