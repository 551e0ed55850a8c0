import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeRights } from '#platform/http/route-rights'
import { rooms } from '../../functions/entry/api.ts'
import { type Actor, actors, credentialsOf, isAllowed, nameOf } from './actors.ts'
import { undeclaredIn } from './declared-answers.ts'
import { type Door, doors } from './doors.ts'
import { ofTheActor, samples, withoutSides } from './samples.ts'
import type { Side } from './stage.ts'

/** Answers an address to send a file to, what a file says or what a plan would do, and writes nothing itself. */
const signsAlone = new Set([
  'POST /customers/{customerId}/uploads',
  'POST /customers/{customerId}/order-rows',
  'POST /order-plan/preview',
])

const nobody = { kind: 'nobody' } as const
/** Who carries a session that serves is never asked to sign in. */
const refusalsOf = { nobody: [401], client: [401, 403, 404], member: [403, 404], staff: [403, 404] }
const routes = routeRights(rooms)

describe.each(['http', 'bundle'] as const)('access through %s', (name) => {
  let door: Door
  const sessions = new Map<Actor, ReturnType<typeof credentialsOf>>()

  /** A session serves until something is done that may have ended it. */
  function signedIn(actor: Actor): ReturnType<typeof credentialsOf> {
    const known = sessions.get(actor) ?? credentialsOf(door.stage, actor)
    sessions.set(actor, known)
    return known
  }

  beforeAll(async () => {
    door = await doors[name]()
  })
  afterAll(() => door?.close())

  it.each(routes)('$method $path is open to whom it declares alone', async (route) => {
    const { stage, call, writes } = door
    const make = samples[`${route.method} ${route.path}`]
    if (!make) throw new Error(`No sample for ${route.method} ${route.path}`)
    const sides: Side[] = withoutSides.has(`${route.method} ${route.path}`) ? ['own'] : ['own', 'foreign']
    const allowed: string[] = []
    const atFirst = writes.count()
    for (const side of sides) {
      let sample = await make(stage, side, nobody)
      for (const actor of actors) {
        if (ofTheActor.has(`${route.method} ${route.path}`)) sample = await make(stage, side, actor)
        const { path, ...sent } = sample
        const credentials = await signedIn(actor)
        const before = writes.count()
        const answer = await call(path, {
          ...sent,
          ...credentials,
          headers: { ...sent.headers, ...credentials.headers },
        })
        const cell = `${nameOf(actor)}, ${side}: ${answer.status} ${answer.text.slice(0, 200)}`
        if (isAllowed(route, actor, side)) {
          expect(answer.status, cell).toBeLessThan(400)
          expect(undeclaredIn(route, answer), cell).toBeUndefined()
          allowed.push(cell)
          if (route.method === 'GET') continue
          sessions.clear()
          sample = await make(stage, side, actor)
        } else {
          expect(refusalsOf[actor.kind], cell).toContain(answer.status)
          expect(writes.count(), `${cell} wrote something`).toBe(before)
        }
      }
    }
    expect(allowed.length, 'no allowed twin').toBeGreaterThan(0)
    const changes = route.method !== 'GET' && !signsAlone.has(`${route.method} ${route.path}`)
    if (changes) expect(writes.count(), 'no allowed twin wrote').toBeGreaterThan(atFirst)
  })

  it('an answer that says more than declared is noticed', async () => {
    const { stage, call } = door
    const answer = await call('/session', await credentialsOf(stage, { kind: 'member', role: 'owner' }))
    const route = { method: 'GET', path: '/session' }
    expect(undeclaredIn(route, answer)).toBeUndefined()
    for (const body of [
      { ...answer.body, secret: 1 },
      { ...answer.body, kind: 'king' },
    ])
      expect(undeclaredIn(route, { ...answer, body })).toBeDefined()
  })

  it('a switched session leaves and returns as its cookie', async () => {
    const { stage, call } = door
    const { cookie } = await credentialsOf(stage, { kind: 'member', role: 'owner' })
    const body = { customerId: stage.customers.own }
    const switched = await call('/session/acting-for', { method: 'PUT', cookie, body })
    const [given = ''] = switched.headers.getSetCookie()
    expect(given.split(';')[0]).not.toBe(cookie)
    expect(await call('/session', { cookie: given.split(';')[0] })).toMatchObject({
      status: 200,
      body: { kind: 'member', actingFor: stage.customers.own },
    })
    expect((await call('/session', { cookie })).status).toBe(401)
  })
})
