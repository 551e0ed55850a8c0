import { gunzipSync } from 'node:zlib'
import { createRoute } from '@hono/zod-openapi'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createRoom } from '#platform/http/room'
import { refuseRoutesWithoutRights, routeRights } from '#platform/http/route-rights'
import { securityHeaders } from '#shared/security-headers'
import { createApi, rooms } from '../../functions/entry/api.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCustomer, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call

beforeAll(async () => {
  world = await aWorld()
  call = apiOf(world)
})

const OpenApi = z.object({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
})

describe('the description of the API', () => {
  it('openapi names every route in version 3.1', async () => {
    const { openapi, servers, paths } = OpenApi.parse((await call('/openapi.json')).body)
    expect(openapi).toMatch(/^3\.1\./)
    const base = servers[0]?.url.replace(/\/$/, '')
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${base}${path}`),
    )
    const declared = routeRights(rooms).map(({ method, path }) => `${method} /api${path}`)
    expect(described.sort()).toEqual(declared.sort())
  })

  it('the readable page lists every route, both languages', async () => {
    for (const language of ['zh', 'en']) {
      const { text, status } = await call('/docs', { headers: { 'accept-language': language } })
      expect(status).toBe(200)
      expect(text).toContain(`<html lang="${language}">`)
      expect(text).not.toContain('<script')
      for (const { method, path } of routeRights(rooms)) expect(text).toContain(`${method} /api${path}<`)
    }
  })

  it('a route without rights refuses to start', () => {
    const responses = { 200: { description: 'ok' } }
    const room = createRoom().openapi(
      createRoute({ method: 'get', path: '/open-door', responses }),
      (context) => context.body(null, 200),
    )
    expect(() => refuseRoutesWithoutRights(room)).toThrow('/open-door')
    expect(() => refuseRoutesWithoutRights(rooms)).not.toThrow()
  })
})

describe('every answer', () => {
  it.each(['/company', '/nothing', '/session', '/docs', '/openapi.json'])(
    '%s carries the security headers',
    async (path) => {
      const { headers } = await call(path)
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name), name).toBe(value)
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    },
  )

  it('an unknown address is a problem in both languages', async () => {
    const zh = await call('/nothing')
    const en = await call('/nothing', { headers: { 'accept-language': 'en' } })
    expect(zh.status).toBe(404)
    expect(zh.body).toMatchObject({ code: 'request.not_found', title: '没有这个地址。', status: 404 })
    expect(en.body.title).toBe('There is nothing at this address.')
    expect(zh.headers.get('cache-control')).toBe('no-store')
  })

  it('a request is logged once with its cost', async () => {
    world.logged.length = 0
    const { headers } = await call('/company')
    const [line, ...others] = world.logged
    expect(others).toEqual([])
    expect(line).toMatchObject({
      at: world.clock.now(),
      by: { kind: 'nobody' },
      method: 'GET',
      path: '/api/company',
      status: 200,
      roundTrips: 1,
      requestId: headers.get('x-request-id'),
    })
  })

  it('a refused request tells the log who and why', async () => {
    const { cookie, owner } = await aShop(world)
    world.logged.length = 0
    const { status } = await call('/staff?unitPath=%0A%22forged', { cookie })
    expect(status).toBe(403)
    const by = { kind: 'member', id: owner }
    expect(world.logged).toMatchObject([{ by, path: '/api/staff', status, code: 'identity.not_allowed' }])
    expect(JSON.stringify(world.logged)).not.toContain(cookie.split('.')[0])
  })

  it('no answer invites a page of elsewhere', async () => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await call('/session', { method, headers: { origin: 'https://evil.example' } })
      const names = [...headers.keys()].filter((name) => name.startsWith('access-control'))
      expect(names).toEqual([])
    }
  })

  it('what belongs to one person stays in no cache', async () => {
    const { cookie } = await aShop(world)
    for (const path of ['/session', '/orders', '/me/messages']) {
      const { headers } = await call(path, { cookie })
      expect(headers.get('cache-control'), path).toContain('no-store')
    }
  })

  it.each([
    ['/company', /^application\/json$/],
    ['/nothing', /^application\/problem\+json; charset=utf-8$/],
    ['/docs', /^text\/html; charset=utf-8$/i],
  ])('%s names the type of its answer', async (path, type) => {
    expect((await call(path)).headers.get('content-type')).toMatch(type)
  })

  it.each([
    ['POST', '/company'],
    ['DELETE', '/orders'],
    ['PATCH', '/session'],
    ['PROPFIND', '/company'],
  ])('%s of %s is answered like nothing there', async (method, path) => {
    const answer = await call(path, { method, body: method === 'DELETE' ? undefined : {} })
    expect(answer.body).toMatchObject({ status: 404, code: 'request.not_found' })
  })

  it('a large answer is compressed for who accepts it', async () => {
    const ask = (path: string, accepted: string) =>
      createApi(world).request(`/api${path}`, { headers: { 'accept-encoding': accepted } })
    const large = await ask('/openapi.json', 'gzip')
    expect(large.headers.get('content-encoding')).toBe('gzip')
    const plain = await (await ask('/openapi.json', 'identity')).text()
    const bytes = Buffer.from(await large.arrayBuffer())
    expect(gunzipSync(bytes).toString()).toBe(plain)
    expect(bytes.length).toBeLessThan(plain.length / 3)
  })
})

describe('what nobody expected', () => {
  it('it is logged once and says nothing inside', async () => {
    const secret = 'ECONNREFUSED 10.0.0.7 table orders'
    const get = () => Promise.reject(new Error(secret))
    const broken = { ...world.table, get, metered: () => ({ ...world.table, get }) }
    world.logged.length = 0
    const api = createApi({ ...world, table: broken })
    const answer = await api.request('/api/company')
    const text = await answer.text()
    expect(answer.status).toBe(500)
    expect(text).not.toContain('ECONNREFUSED')
    expect(text).not.toContain('functions/')
    const problem: { code: string; requestId: string; title: string } = JSON.parse(text)
    expect(problem.code).toBe('server.unexpected')
    expect(problem.title).toContain(problem.requestId)
    const alarms = world.logged.filter(({ alarm }) => alarm)
    expect(alarms).toHaveLength(1)
    expect(alarms[0]).toMatchObject({ requestId: problem.requestId, error: expect.stringContaining(secret) })
  })
})

describe('bad input', () => {
  it('each field that is wrong is named with its message', async () => {
    const shop = await aShop(world)
    const body = {
      customerId: shop.customerId,
      cycleId: 'x',
      lines: [{ productId: 'prd_1', quantity: '2' }, {}],
      seenTotal: -1,
    }
    const answer = await call('/orders', {
      method: 'POST',
      cookie: shop.cookie,
      body,
      headers: { 'accept-language': 'en' },
    })
    expect(answer.body).toMatchObject({ status: 400, code: 'request.invalid' })
    const errors = z
      .array(z.object({ path: z.string(), code: z.string(), message: z.string().min(3) }))
      .parse(answer.body.errors)
    const paths = [
      'cycleId',
      'lines.0.productId',
      'lines.0.quantity',
      'lines.1.productId',
      'lines.1.quantity',
      'seenTotal',
    ]
    expect(errors.map(({ path }) => path).sort()).toEqual(paths)
  })

  it('a page of 101 or none is refused', async () => {
    await aCustomer(world, 'page')
    const cookie = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }]))
    for (const limit of ['101', '0', '-1', '1.5', 'many', '1e9']) {
      const answer = await call(`/customers?limit=${limit}`, { cookie })
      expect(answer.body, limit).toMatchObject({ status: 400, code: 'request.invalid' })
    }
    expect((await call('/customers?limit=100', { cookie })).status).toBe(200)
  })
})
