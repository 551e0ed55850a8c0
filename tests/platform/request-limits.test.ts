import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { depthOf, MOST_BODY_BYTES, MOST_BODY_DEPTH } from '#platform/http/limits'
import { apiOf, type Call, type Sent } from '../support/api-client.ts'
import { type AShop, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world)
  call = apiOf(world)
})

function place(body: string, headers: Sent['headers'] = {}) {
  return call('/orders', { method: 'POST', cookie: shop.cookie, body, headers })
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('bounds of a body', () => {
  it('a body over a megabyte is refused by its size', async () => {
    const answer = await place(JSON.stringify('x'.repeat(MOST_BODY_BYTES)))
    expect(answer.body).toMatchObject({
      status: 413,
      code: 'request.too_large',
      facts: { mostBytes: 1_000_000 },
    })
  })

  it('a size that lies is still measured', async () => {
    const answer = await place(JSON.stringify('店'.repeat(MOST_BODY_BYTES / 3)), { 'content-length': '10' })
    expect(answer.body).toMatchObject({ status: 413, code: 'request.too_large' })
  })

  it('a body of 33 levels is refused by its depth', async () => {
    const answer = await place(nested(MOST_BODY_DEPTH + 1))
    expect(answer.body).toMatchObject({ status: 400, code: 'request.too_deep', facts: { mostDepth: 32 } })
    const allowed = await place(nested(MOST_BODY_DEPTH))
    expect(allowed.body.code).not.toBe('request.too_deep')
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'application/jsonp',
  ])('a body of type %s is refused', async (type) => {
    const answer = await place('{}', { 'content-type': type })
    expect(answer.body).toMatchObject({ status: 415, code: 'request.wrong_type' })
  })

  it('json with its charset is read', async () => {
    const answer = await place('{}', { 'content-type': 'application/json; charset=utf-8' })
    expect(answer.body.code).not.toBe('request.wrong_type')
  })

  it.each(['{', '{"a":}', 'nonsense', '{"a":1}}', '\u0000', "{'a':1}"])(
    'a body %j that is no json is unreadable',
    async (body) => {
      const answer = await place(body)
      expect(answer.body).toMatchObject({ status: 400, code: 'request.unreadable' })
      expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'))
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    },
  )

  it('a change that is no json is unreadable', async () => {
    const sent = { method: 'PUT', cookie: shop.cookie, headers: { 'if-match': '"0"' }, body: '{"lines":' }
    const answer = await call(`/customers/${shop.customerId}/basket`, sent)
    expect(answer.body).toMatchObject({ status: 400, code: 'request.unreadable' })
  })

  it('a create without a body is refused, not broken', async () => {
    const answer = await call('/orders', { method: 'POST', cookie: shop.cookie })
    expect(answer.status).toBe(400)
    expect(String(answer.body.code)).toMatch(/^request\./)
  })

  it('none of this was ever unexpected', () => {
    expect(world.logged.filter(({ alarm }) => alarm)).toEqual([])
  })
})

describe('the depth of a text', () => {
  it('depth is that of the parsed value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(depthOf(JSON.stringify(value))).toBe(realDepth(value))
      }),
    )
  })

  it('brackets within texts do not count', () => {
    expect(depthOf(JSON.stringify({ a: '[[[{"\\' }))).toBe(1)
    expect(depthOf('["\\\\", ["\\"]"]]')).toBe(2)
  })
})

function realDepth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(realDepth))
}
