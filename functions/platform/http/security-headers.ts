// The headers of every API answer, from the one list.
import { createMiddleware } from 'hono/factory'
import { securityHeaders } from '#shared/security-headers'
import type { PortalEnv } from './context.ts'

/** Sets the security headers, and forbids keeping answers that belong to one person. */
export const setSecurityHeaders = createMiddleware<PortalEnv>(async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value)
  if (!context.res.headers.has('cache-control')) context.header('Cache-Control', 'no-store')
})
