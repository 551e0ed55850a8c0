import { beforeAll, describe, expect, it } from 'vitest'
import { routeRights } from '#platform/http/route-rights'
import { createApi, rooms } from '../../functions/entry/api.ts'
import { watchWrites } from '../access/stage.ts'
import { tokenOf, trustedTokens } from '../access/trusted-tokens.ts'
import { type AShop, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const unsafe = routeRights(rooms).filter(({ method }) => method !== 'GET')

const foreignOrigins = [
  undefined,
  'null',
  '',
  'https://evil.example',
  'http://localhost:8081',
  'https://localhost:8080',
  'http://shop.localhost:8080',
  'http://localhost:8080.evil.example',
]
const contentTypes = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/csp-report',
  undefined,
]

let world: FakeWorld
let shop: AShop
let writes: ReturnType<typeof watchWrites>
let staff: string

beforeAll(async () => {
  world = await trustedTokens(await aWorld())
  shop = await aShop(world)
  staff = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
  writes = watchWrites(world)
})

function pathOf(template: string): string {
  return template
    .replace('{customerId}', shop.customerId)
    .replace('{personId}', shop.owner)
    .replace('{orderId}', `ord_${shop.customerId.slice(4)}-1`)
    .replace('{jobId}', 'job_0123456789ABCDEF')
}

type Asking = { method: string; path: string; headers: Record<string, string | undefined> }

async function ask({ method, path, headers }: Asking) {
  const { products, customerId, cycleId } = shop
  const body = JSON.stringify({ customerId, cycleId, lines: [{ productId: products[0], quantity: 1 }] })
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  const { 'content-type': type } = headers
  const init = {
    method,
    headers: Object.fromEntries(given),
    body: type ? body : new TextEncoder().encode(body),
  }
  const answer = await createApi(world).request(`/api${pathOf(path)}`, init)
  const problem: { code?: string } = await answer.json()
  return { status: answer.status, code: problem.code }
}

const ready = { 'idempotency-key': 'k', 'if-match': '"1"' }

describe('requests from other sites', () => {
  it.each(unsafe)('$method $path is refused from elsewhere', async ({ method, path }) => {
    const cookie = path.startsWith('/staff') || path.startsWith('/imports') ? staff : shop.cookie
    const before = writes.count()
    for (const origin of foreignOrigins) {
      for (const type of contentTypes) {
        const answer = await ask({
          method,
          path,
          headers: { ...ready, cookie, origin, 'content-type': type },
        })
        expect(answer, `${origin} with ${type}`).toEqual({ status: 403, code: 'request.cross_site' })
      }
    }
    expect(writes.count()).toBe(before)
  })

  it.each(['cross-site', 'same-site'])('a browser that says %s is refused', async (site) => {
    const { publicOrigin } = world.config
    for (const { method, path } of unsafe) {
      const headers = { ...ready, cookie: shop.cookie, origin: publicOrigin, 'sec-fetch-site': site }
      expect((await ask({ method, path, headers })).code).toBe('request.cross_site')
    }
  })

  it('a page of the own origin gets through', async () => {
    const own = {
      origin: world.config.publicOrigin,
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    }
    for (const { method, path } of unsafe) {
      if (path === '/session' || path === '/orders') continue
      const answer = await ask({ method, path, headers: { ...ready, ...own, cookie: shop.cookie } })
      expect(answer.code, `${method} ${path}`).not.toBe('request.cross_site')
    }
  })

  it('a machine with a token needs no origin', async () => {
    const headers = {
      ...ready,
      'idempotency-key': 'machine',
      authorization: `Bearer ${tokenOf('orders.write')}`,
      'content-type': 'application/json',
    }
    const answer = await ask({ method: 'POST', path: '/orders', headers })
    expect(answer.status).toBe(201)
  })

  it('a token opens no door for foreign pages', async () => {
    const authorization = `Bearer ${tokenOf('orders.write')}`
    const headers = {
      ...ready,
      authorization,
      origin: 'https://evil.example',
      'content-type': 'application/json',
    }
    expect((await ask({ method: 'POST', path: '/orders', headers })).code).toBe('request.cross_site')
  })
})

describe('requests around the CDN', () => {
  it('without the secret of the origin nothing is answered', async () => {
    const guarded = { ...world, config: { ...world.config, originSecret: 'between the CDN and us' } }
    const api = createApi(guarded)
    for (const secret of [undefined, '', 'between the CDN and them']) {
      const answer = await api.request('/api/company', {
        headers: { ...(secret && { 'x-origin-secret': secret }) },
      })
      expect(answer.status).toBe(403)
    }
    const allowed = await api.request('/api/company', {
      headers: { 'x-origin-secret': 'between the CDN and us' },
    })
    expect(allowed.status).toBe(200)
  })
})
