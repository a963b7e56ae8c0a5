import { describe, expect, it } from 'vitest'
import { checkedBody } from '../../../src/endpoints/checkedBody.ts'

const asked = (body: BodyInit | null, type?: string): Request =>
  new Request('https://cms.example.org/api/studies', {
    method: 'POST',
    body,
    ...(type === undefined ? {} : { headers: { 'Content-Type': type } }),
  })

const json = (body: string): Request => asked(body, 'application/json')

function form(parts: Readonly<Record<string, Blob | string>>): Request {
  const data = new FormData()
  for (const [name, part] of Object.entries(parts)) data.append(name, part)
  return asked(data)
}

const nested = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`

async function messageOf(request: Request): Promise<string | undefined> {
  const checked = await checkedBody(request)
  return checked.accepted ? undefined : checked.message
}

describe('the body of a request', () => {
  it('goes on as it came when nothing is wrong with it', async () => {
    const checked = await checkedBody(json('{"title":"A [trial] \\"{of 20\\" people"}'))
    expect(checked.accepted && (await checked.request.json())).toEqual({
      title: 'A [trial] "{of 20" people',
    })
  })

  it('goes on with its file when it is a form', async () => {
    const file = new Blob(['bytes'], { type: 'image/png' })
    const checked = await checkedBody(form({ _payload: '{"alt":"A square"}', file }))
    const parts = checked.accepted ? await checked.request.formData() : undefined
    expect(parts?.get('_payload')).toBe('{"alt":"A square"}')
    expect(await (parts?.get('file') as File).text()).toBe('bytes')
  })

  it('may be missing', async () => {
    expect(await messageOf(asked(null))).toBeUndefined()
    expect(await messageOf(json(''))).toBeUndefined()
  })

  it.each([
    ['__proto__', '{"__proto__":{"isAdmin":true}}'],
    ['__proto__', String.raw`{"a":[{"\u005f_proto__":{"isAdmin":true}}]}`],
    ['constructor', '{"a":{"constructor":{"prototype":{}}}}'],
    ['prototype', '{"a":{"b":{"prototype":1}}}'],
  ])('is refused with the key %s, wherever and however it is written', async (key, body) => {
    expect(await messageOf(json(body))).toContain(key)
    expect(await messageOf(asked(body, 'text/plain'))).toContain(key)
    expect(await messageOf(form({ _payload: body }))).toContain(key)
    expect(await messageOf(form({ other: body, _payload: '{}' }))).toContain(key)
  })

  it('is refused when it nests deeper than any text, before it is parsed', async () => {
    expect(await messageOf(json(nested(60)))).toBeUndefined()
    for (const depth of [101, 100_000, 900_000]) {
      expect(await messageOf(json(nested(depth)))).toContain('nests deeper')
    }
    expect(await messageOf(form({ _payload: nested(100_000) }))).toContain('nests deeper')
    expect(await messageOf(json('['.repeat(500_000)))).toContain('nests deeper')
  })

  it.each(['{', 'no json', '{"a":1}}', "{'a':1}", ''.padEnd(10, '"')])(
    'is refused when it says it is JSON and is not: %s',
    async (body) => {
      expect(await messageOf(json(body))).toContain('no JSON')
      expect(await messageOf(form({ _payload: body }))).toContain('no JSON')
    },
  )

  it.each(['null', '[]', '1', '"text"'])('is refused when it holds no fields: %s', async (body) => {
    expect(await messageOf(json(body))).toContain('no object')
  })

  it('is refused when its form is torn', async () => {
    const torn = '--edge\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"alt"'
    expect(await messageOf(asked(torn, 'multipart/form-data; boundary=edge'))).toContain(
      'cannot be read',
    )
  })
})
