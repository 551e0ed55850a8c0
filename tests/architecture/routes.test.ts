import { beforeAll, expect, test } from 'vitest'
import { RIGHTS_KEY } from '#platform/http/rights'
import { startWorld } from '#platform/start-world'
import { createApi } from '../../functions/entry/api.ts'

type Api = ReturnType<typeof createApi>

/** What the API says of itself; neither names anything of anyone. */
const ownPages = ['GET /api/openapi.json', 'GET /api/docs']

let api: Api
beforeAll(() => {
  const absent = () => Promise.reject(new Error('no files here'))
  const files = {
    uploadUrl: absent,
    downloadUrl: absent,
    read: absent,
    write: absent,
    list: absent,
    remove: absent,
  }
  api = createApi(startWorld({}, () => files))
})

function describedRoutes(): Map<string, object> {
  const routes = api.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route' ? [definition.route] : [],
  )
  return new Map(
    routes.map((route) => [
      `${route.method.toUpperCase()} /api${route.path.replace(/^\/api/, '').replace(/\{(\w+)\}/g, ':$1')}`,
      route,
    ]),
  )
}

test('every mounted route is described and declares rights', () => {
  const described = describedRoutes()
  const mounted = new Set(
    api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`),
  )
  expect(mounted.size).toBeGreaterThan(10)
  const silent = [...mounted].filter(
    (route) => !ownPages.includes(route) && !Object.hasOwn(described.get(route) ?? {}, RIGHTS_KEY),
  )
  expect(silent).toEqual([])
})

test('nothing is described that is not mounted', () => {
  const mounted = new Set(api.routes.map(({ method, path }) => `${method} ${path}`))
  expect([...describedRoutes().keys()].filter((route) => !mounted.has(route))).toEqual([])
})

test('every route says in one line what it is', () => {
  const wordless = [...describedRoutes()].filter(([, route]) => !('summary' in route) || !('tags' in route))
  expect(wordless.map(([route]) => route)).toEqual([])
})
