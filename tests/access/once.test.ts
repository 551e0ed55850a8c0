import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { routeRights } from '#platform/http/route-rights'
import { rooms } from '../../functions/entry/api.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { credentialsOf } from './actors.ts'
import { type HonestRequest, honestRequest } from './honest-request.ts'
import { openStage, type Stage, watchWrites } from './stage.ts'
import { trustedTokens } from './trusted-tokens.ts'

const declaring = new Set(
  rooms.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return []
    const { method, path, request } = definition.route
    const headers = request?.headers
    const isKeyed = headers && 'shape' in headers && 'idempotency-key' in Object(headers.shape)
    return isKeyed ? [`${method.toUpperCase()} ${path}`] : []
  }),
)
const changing = routeRights(rooms).filter(
  ({ method, path, rights }) => method !== 'GET' && rights !== 'public' && path !== '/session',
)
/** A session that changes goes out as a cookie, and a cookie is kept nowhere. */
const withCookies = new Set(['PUT /session/acting-for'])
/** The room's own proof looks at what its schema leaves of a body. */
const otherBodies: Record<string, object> = { 'POST /orders': { note: '别的' } }

let stage: Stage
let call: Call
let writes: ReturnType<typeof watchWrites>

beforeAll(async () => {
  stage = await openStage()
  writes = watchWrites(stage.world)
  call = apiOf(await trustedTokens(stage.world))
})

async function prepared(route: (typeof changing)[number]): Promise<HonestRequest> {
  const { path, sent } = await honestRequest(stage, route)
  return { path, sent: { ...sent, headers: { ...sent.headers, 'idempotency-key': randomUUID() } } }
}

describe('a write that is sent again with its key', () => {
  it('every create declares the key', () => {
    expect(declaring.size).toBeGreaterThan(12)
  })

  it.each(changing.filter(({ method, path }) => !withCookies.has(`${method} ${path}`)))(
    '$method $path happens once and answers the same',
    async (route) => {
      const name = `${route.method} ${route.path}`
      const { path, sent } = await prepared(route)
      const first = await call(path, sent)
      expect(first.status, first.text).toBeLessThan(300)
      const before = writes.count()
      const again = await call(path, sent)
      expect({ status: again.status, text: again.text }).toEqual({ status: first.status, text: first.text })
      expect(again.headers.get('idempotency-replayed')).toBe('true')
      for (const header of ['location', 'etag'])
        expect(again.headers.get(header)).toBe(first.headers.get(header))
      if (name !== 'POST /orders') expect(writes.count()).toBe(before)
      if (route.method === 'DELETE') return
      const body = { ...Object(sent.body), ...(otherBodies[name] ?? { other: 1 }) }
      expect((await call(path, { ...sent, body })).body).toMatchObject({
        status: 422,
        code: 'request.key_reused',
      })
    },
  )

  it('a problem is no answer that is kept', async () => {
    const route = changing.find(({ method, path }) => method === 'PUT' && path === '/customers/{customerId}')
    if (!route) throw new Error('No such route')
    const { path, sent } = await prepared(route)
    const stale = { ...sent, headers: { ...sent.headers, 'if-match': '"77"' } }
    expect((await call(path, stale)).status).toBe(412)
    expect((await call(path, sent)).status).toBe(200)
  })

  it('the key of one person opens no answer of another', async () => {
    const route = changing.find(({ path }) => path === '/customers/{customerId}/hold')
    if (!route) throw new Error('No such route')
    const { path, sent } = await prepared(route)
    expect((await call(path, sent)).status).toBe(200)
    const analyst = await credentialsOf(stage, { kind: 'staff', role: 'analyst', unitPath: 'hq' })
    expect((await call(path, { ...sent, ...analyst })).status).toBe(403)
    const other = await credentialsOf(stage, { kind: 'staff', role: 'administrator', unitPath: 'hq' })
    expect((await call(path, { ...sent, ...other })).headers.get('idempotency-replayed')).toBeNull()
  })

  it('two at once are one, with one answer', async () => {
    const route = changing.find(({ path, method }) => method === 'POST' && path.endsWith('/members'))
    if (!route) throw new Error('No such route')
    const { path, sent } = await prepared(route)
    const answers = await Promise.all(Array.from({ length: 8 }, () => call(path, sent)))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  })

  it('what is kept tells nothing without the key', async () => {
    const route = changing.find(({ path, method }) => method === 'POST' && path === '/staff')
    if (!route) throw new Error('No such route')
    const { path, sent } = await prepared(route)
    const kept: string[] = []
    const { table } = stage.world
    const watched = {
      ...table,
      commit: (...sending: Parameters<typeof table.commit>) => {
        kept.push(
          ...sending[0]
            .filter((write) => 'put' in write && String(write.put.pk).startsWith('ONCE#'))
            .map((write) => JSON.stringify(write)),
        )
        return table.commit(...sending)
      },
    }
    const world = { ...stage.world, table: { ...watched, metered: () => watched } }
    const { status, body } = await apiOf(world)(path, sent)
    expect(status).toBe(201)
    expect(kept).toHaveLength(1)
    expect(kept[0]).not.toContain(String(body.phone))
    expect(kept[0]).not.toContain(String(Object(sent.headers)['idempotency-key']))
  })
})
