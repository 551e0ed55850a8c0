import { describe, expect, it } from 'vitest'
import { routeRights } from '#platform/http/route-rights'
import { rooms } from '../../functions/entry/api.ts'
import { createLazyApi, roomsOf } from '../../functions/entry/lazy-api.ts'
import { roomLoaders } from '../../functions/entry/room-loaders.ts'
import { aCompany } from '../support/builders.ts'
import { aWorld } from '../support/fake-world.ts'

describe('rooms loaded as they are asked for', () => {
  it('every path finds the room that answers it', async () => {
    const lost = []
    for (const { method, path } of routeRights(rooms)) {
      const asked = `/api${path.replace(/\{\w+\}/g, 'some')}`
      const found = await Promise.all(roomsOf(asked).map((name) => roomLoaders[name]()))
      const pattern = path.replace(/\{(\w+)\}/g, ':$1')
      const isAnswered = found.some(({ routes }) =>
        routes.some((route) => route.method === method && route.path === pattern),
      )
      if (!isAnswered) lost.push(`${method} ${path}`)
    }
    expect(lost).toEqual([])
  })

  it('most requests load one room alone', () => {
    expect(roomsOf('/api/orders')).toEqual(['orders'])
    expect(roomsOf('/api/session')).toEqual(['identity'])
    expect(roomsOf('/api/nowhere/at/all')).toEqual([])
  })

  it('it answers like the whole API', async () => {
    const world = await aWorld()
    await aCompany(world)
    const fetch = createLazyApi(world)
    const ask = (path: string) => fetch(new Request(`http://localhost:8080/api${path}`))
    expect((await ask('/company')).status).toBe(200)
    expect((await ask('/orders')).status).toBe(401)
    expect((await ask('/nowhere')).status).toBe(404)
    expect((await ask('/openapi.json')).status).toBe(200)
  })
})
