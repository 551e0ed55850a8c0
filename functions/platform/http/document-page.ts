// A readable page of the API: every route, who may call it, and what it takes and gives.
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Language } from '#shared/languages'
import { apiPageTexts } from '#shared/texts/api-page'
import type { PortalEnv } from './context.ts'
import type { Rights } from './rights.ts'
import { routeRights } from './route-rights.ts'

type Described = { method: string; path: string; summary?: string; tags?: string[] }

/** The page as HTML without any script. */
export function documentPage(rooms: OpenAPIHono<PortalEnv>, language: Language): string {
  const described = rooms.openAPIRegistry.definitions.flatMap((definition): Described[] =>
    definition.type === 'route' ? [definition.route] : [],
  )
  const rights = routeRights(rooms)
  const sections = Map.groupBy(described, (route) => route.tags?.[0] ?? '')
  const bodies = [...sections].map(([tag, routes]) => {
    const rows = routes.map((route) => rowOf(route, rights.find((one) => isSame(one, route))?.rights))
    return `<h2>${tag}</h2><table>${rows.join('')}</table>`
  })
  const { title, intro } = apiPageTexts
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title[language]}</title><main><h1>${title[language]}</h1>
<p>${intro[language]} <a href="/api/openapi.json">openapi.json</a></p>${bodies.join('')}</main></html>`
}

function isSame(one: { method: string; path: string }, other: Described): boolean {
  return one.path === other.path && one.method === other.method.toUpperCase()
}

function rowOf({ method, path, summary }: Described, rights: Rights | undefined): string {
  return `<tr><th scope="row"><code>${method.toUpperCase()} /api${path}</code></th><td>${summary ?? ''}</td><td>${whoMay(rights)}</td></tr>`
}

function whoMay(rights: Rights | undefined): string {
  if (rights === undefined || typeof rights === 'string') return rights ?? ''
  return [...(rights.member ?? []), ...(rights.staff ?? []), ...(rights.client ?? [])].join(', ')
}
