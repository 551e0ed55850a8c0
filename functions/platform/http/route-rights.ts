// The table of routes with their rights, as the start and the access matrix read it.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { PortalEnv } from './context.ts'
import { RIGHTS_KEY, type Rights } from './rights.ts'

export type RouteRights = { method: string; path: string; rights: Rights }

type Described = { method: string; path: string; [RIGHTS_KEY]?: Rights }

/** Every described route with the rights it declares; throws for one that declares none. */
export function routeRights(rooms: Pick<OpenAPIHono<PortalEnv>, 'openAPIRegistry'>): RouteRights[] {
  return rooms.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return []
    const { method, path, [RIGHTS_KEY]: rights }: Described = definition.route
    if (rights === undefined) throw new Error(`${method.toUpperCase()} ${path} declares no rights`)
    return [{ method: method.toUpperCase(), path, rights }]
  })
}

/** Refuses to start with a route that declares no rights, described or not. */
export function refuseRoutesWithoutRights(
  rooms: Pick<OpenAPIHono<PortalEnv>, 'openAPIRegistry' | 'routes'>,
): void {
  const declared = new Set(
    routeRights(rooms).map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  for (const { method, path } of rooms.routes) {
    if (!declared.has(`${method} ${path}`)) throw new Error(`${method} ${path} declares no rights`)
  }
}
