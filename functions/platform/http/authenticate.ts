// Finds out who asks, by the session cookie or a bearer token.
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Config } from '../config.ts'
import type { PortalEnv } from './context.ts'

/** The name of a cookie: `__Host-` binds it to the origin; plain http on this machine cannot carry that prefix. */
export function cookieName(config: Pick<Config, 'publicOrigin'>, name: 'session' | 'sign-in'): string {
  return config.publicOrigin.startsWith('https://') ? `__Host-${name}` : name
}

/** Sets the actor of the request; without credentials, or with ones that are over, it stays nobody. */
export const authenticate = createMiddleware<PortalEnv>(async (context, next) => {
  const world = context.get('world')
  const cookie = getCookie(context, cookieName(world.config, 'session'))
  const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1]
  if (cookie ?? bearer)
    context.set('actor', await context.get('standing').identify(world, { cookie, bearer }))
  await next()
})
