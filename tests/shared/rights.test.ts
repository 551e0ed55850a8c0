import { globSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Actor } from '#platform/actor'
import { allows } from '#platform/http/authorize'
import type { PortalEnv } from '#platform/http/context'
import { grantOf } from '#platform/http/rights'
import { type Deed, deeds, deedsOf, whoMay } from '#shared/rights'
import { memberRoles, staffRoles } from '#shared/roles'

const person = { personId: 'per_0000000000000001', sessionKey: '' } as const
const members = memberRoles.map((role) => {
  return { ...person, kind: 'member', role, customerId: 'cus_0000000000000001', grants: [] } as const
})
const staff = staffRoles.flatMap((role) =>
  ['hq', 'hq/53'].map((unitPath) => ({ ...person, kind: 'staff', grants: [{ role, unitPath }] }) as const),
)

async function isLetIn(actor: Actor, deed: Deed): Promise<boolean> {
  const scope = 'fromRoot' in whoMay[deed] ? ({ company: true } as const) : ({ unit: 'query' } as const)
  const { middleware } = allows(grantOf(deed, scope))
  const app = new Hono<PortalEnv>()
  app.use((context, next) => {
    context.set('actor', actor)
    return next()
  })
  app.get('/', middleware, (context) => context.text('done'))
  app.onError((_, context) => context.text('refused', 403))
  return (await app.request('/')).ok
}

test('a session names exactly the deeds that routes allow', async () => {
  for (const actor of [...members, ...staff]) {
    const allowed: Deed[] = []
    for (const deed of deeds) if (await isLetIn(actor, deed)) allowed.push(deed)
    expect(deedsOf(actor), JSON.stringify(actor)).toEqual(allowed)
  }
})

test('a role below the root does no root deed', () => {
  const grants = [{ role: 'administrator', unitPath: 'hq/53' }] as const
  expect(deedsOf({ grants })).toContain('keepStaff')
  expect(deedsOf({ grants })).not.toContain('keepPrices')
})

test('a deed of the root names no shop', () => {
  expect(() => grantOf('keepPrices', { customer: 'path' })).toThrow('keepPrices')
})

test('every deed is granted by a route somewhere', () => {
  const files = globSync('functions/**/*{routes,route-table}.ts')
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const idle = deeds.filter((deed) => !code.includes(`grantOf('${deed}'`) && !code.includes(`whoMay.${deed}`))
  expect(idle).toEqual([])
})
