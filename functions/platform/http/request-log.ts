// Gives each request its id, language and own meter, and writes one line about it.
import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { languageOf } from '#shared/languages'
import { markOf } from '../actor.ts'
import type { World } from '../world.ts'
import type { PortalEnv, Standing } from './context.ts'

/** The outermost handler of the API. */
export function openRequest(world: World, standing: Standing) {
  return createMiddleware<PortalEnv>(async (context, next) => {
    const started = performance.now()
    const requestId = randomUUID()
    const table = world.table.metered()
    context.set('world', { ...world, table })
    context.set('standing', standing)
    context.set('requestId', requestId)
    context.set('language', languageOf(context.req.header('accept-language')))
    context.set('actor', { kind: 'nobody' })
    context.set('subtrees', [])
    await next()
    context.header('x-request-id', requestId)
    world.log.info('request', {
      requestId,
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      problem: context.get('problem'),
      by: markOf(context.get('actor')),
      milliseconds: Math.round(performance.now() - started),
      ...table.spent,
    })
  })
}
