// Gives each request its id, language and own meter, and writes one line about it.
import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { languageOf } from '#shared/languages'
import { markOf } from '../actor.ts'
import { noting } from '../log.ts'
import type { World } from '../world.ts'
import type { PortalEnv, Standing } from './context.ts'

/** The outermost handler of the API. */
export function openRequest(world: World, standing: Standing) {
  return createMiddleware<PortalEnv>(async (context, next) => {
    const started = performance.now()
    const requestId = randomUUID()
    const table = world.table.metered()
    const log = noting(world.log, { requestId })
    context.set('world', { ...world, table, log })
    context.set('standing', standing)
    context.set('requestId', requestId)
    context.set('language', languageOf(context.req.header('accept-language')))
    context.set('actor', { kind: 'nobody' })
    context.set('subtrees', [])
    await next()
    context.header('x-request-id', requestId)
    log.info('request', {
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      code: context.get('problemCode'),
      by: markOf(context.get('actor')),
      milliseconds: Math.round(performance.now() - started),
      ...table.spent,
    })
  })
}
