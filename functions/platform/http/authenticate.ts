// Finds out who asks, by the session cookie or a bearer token.
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Config } from '../config.ts'
import { callerAddress } from './caller-address.ts'
import type { PortalContext, PortalEnv } from './context.ts'

/** The name of a cookie: `__Host-` binds it to the origin; plain http on this machine cannot carry that prefix. */
export function cookieName(config: Pick<Config, 'publicOrigin'>, name: 'session' | 'sign-in'): string {
  return config.publicOrigin.startsWith('https://') ? `__Host-${name}` : name
}

/** Sets the actor of the request; without credentials, or with ones that are over, it stays nobody. */
export const authenticate = createMiddleware<PortalEnv>(async (context, next) => {
  const world = context.get('world')
  const cookie = getCookie(context, cookieName(world.config, 'session'))
  const bearer = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1]
  if (cookie ?? bearer) {
    const actor = await context.get('standing').identify(world, { cookie, bearer })
    context.set('actor', actor.kind === 'member' ? { ...actor, ...addressOf(context) } : actor)
  }
  await next()
})

/** Only what changes something is ever compared by where it came from. */
function addressOf(context: PortalContext): { address?: string } {
  if (context.req.method === 'GET') return {}
  const forwardedFor = context.req.header('x-forwarded-for') ?? ''
  const isBehindCdn = context.get('world').config.originSecret !== undefined
  const address = callerAddress(context.env, forwardedFor, isBehindCdn)
  return address === undefined ? {} : { address }
}
