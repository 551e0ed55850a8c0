// Refuses unsafe requests from other sites, whatever their content type, and requests that go around the CDN.
import { createMiddleware } from 'hono/factory'
import { Problem } from '#shared/problems'
import type { PortalEnv } from './context.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A browser must say that it comes from this origin; a machine with a bearer token has no origin to say. */
export const refuseCrossSite = createMiddleware<PortalEnv>(async (context, next) => {
  if (!safe.has(context.req.method)) {
    const origin = context.req.header('origin')
    const site = context.req.header('sec-fetch-site')
    const isOwn = origin === context.get('world').config.publicOrigin
    const isMachine =
      origin === undefined && site === undefined && context.req.header('authorization') !== undefined
    const isForeign = site === 'cross-site' || site === 'same-site'
    if (isForeign || !(isOwn || isMachine)) throw new Problem('request.cross_site')
  }
  await next()
})

/** Where a CDN stands in front, only it knows the secret that its requests carry. */
export const refuseOtherDoors = createMiddleware<PortalEnv>(async (context, next) => {
  const { originSecret } = context.get('world').config
  if (originSecret && context.req.header('x-origin-secret') !== originSecret)
    throw new Problem('request.cross_site')
  await next()
})
