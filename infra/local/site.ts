// The built site as the CDN would serve it: static files, one list of rewrites, one list of headers.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { rewrites } from '../../shared/rewrites.ts'
import { securityHeaders } from '../../shared/security-headers.ts'

const YEAR = 'public, max-age=31536000, immutable'

/** Serves `folder`; without one every page is absent. */
export function createSite(folder: string | undefined): Hono {
  const site = new Hono()
  const patterns = rewrites.map(({ pattern, to }) => ({ pattern: new RegExp(pattern), to }))
  // As the CDN does, so that a phone in the shop's network waits no longer here than there.
  site.use(compress(), async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) context.header(name, value)
    context.header('Cache-Control', context.req.path.startsWith('/_astro/') ? YEAR : 'no-cache')
  })
  if (folder) {
    const rewriteRequestPath = (path: string) => {
      const found = patterns.find(({ pattern }) => pattern.test(path))
      return found ? path.replace(found.pattern, found.to) : path
    }
    site.use(serveStatic({ root: folder, rewriteRequestPath }))
  }
  site.notFound((context) => {
    const page = folder && join(folder, '404.html')
    return page && existsSync(page)
      ? context.html(readFileSync(page, 'utf8'), 404)
      : context.text('Not found', 404)
  })
  return site
}
