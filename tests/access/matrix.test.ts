import { beforeAll, describe, expect, it } from 'vitest'
import { routeRights } from '#platform/http/route-rights'
import { rooms } from '../../functions/entry/api.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { lambdaOf } from '../support/lambda-client.ts'
import { actors, credentialsOf, isAllowed, nameOf } from './actors.ts'
import { ofTheActor, samples, withoutSides } from './samples.ts'
import { openStage, type Side, type Stage, watchWrites } from './stage.ts'
import { trustedTokens } from './trusted-tokens.ts'

const nobody = { kind: 'nobody' } as const
const routes = routeRights(rooms)
const doors = { http: apiOf, lambda: lambdaOf }

describe.each(['http', 'lambda'] as const)('access through %s', (door) => {
  let stage: Stage
  let call: Call
  let writes: ReturnType<typeof watchWrites>

  beforeAll(async () => {
    stage = await openStage()
    writes = watchWrites(stage.world)
    call = doors[door](await trustedTokens(stage.world))
  })

  it.each(routes)('$method $path is open to whom it declares alone', async (route) => {
    const make = samples[`${route.method} ${route.path}`]
    if (!make) throw new Error(`No sample for ${route.method} ${route.path}`)
    const sides: Side[] = withoutSides.has(`${route.method} ${route.path}`) ? ['own'] : ['own', 'foreign']
    const allowed: string[] = []
    for (const side of sides) {
      let sample = await make(stage, side, nobody)
      for (const actor of actors) {
        if (ofTheActor.has(`${route.method} ${route.path}`)) sample = await make(stage, side, actor)
        const { path, ...sent } = sample
        const credentials = await credentialsOf(stage, actor)
        const before = writes.count()
        const answer = await call(path, {
          ...sent,
          ...credentials,
          headers: { ...sent.headers, ...credentials.headers },
        })
        const cell = `${nameOf(actor)}, ${side}: ${answer.status} ${answer.text.slice(0, 200)}`
        if (isAllowed(route, actor, side)) {
          expect(answer.status, cell).toBeLessThan(400)
          allowed.push(cell)
          if (route.method !== 'GET') sample = await make(stage, side, actor)
        } else {
          expect([401, 403, 404], cell).toContain(answer.status)
          expect(writes.count(), `${cell} wrote something`).toBe(before)
        }
      }
    }
    expect(allowed.length, 'no allowed twin').toBeGreaterThan(0)
  })
})
