import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inviteMember, inviteStaff } from '#identity'
import type { CustomerId } from '#shared/ids'
import { type Answer, apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { type Provider, startProvider } from './hostile-provider.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let provider: Provider
let call: Call
let customerId: CustomerId

beforeAll(async () => {
  world = await aWorld()
  const { clientId, clientSecret } = world.config.signIn
  provider = await startProvider(clientId, clientSecret)
  world.config = { ...world.config, signIn: { issuer: provider.issuer, clientId, clientSecret } }
  await aCompany(world)
  customerId = await aCustomer(world, '183')
  call = apiOf(world)
  provider.phone = '+8613800000002'
  const both = { name: '双', phone: provider.phone, isQuiet: true }
  await inviteMember(world, tester, { ...both, customerId, role: 'buyer' })
  const grants = [{ role: 'analyst' as const, unitPath: 'hq' }]
  await inviteStaff(world, tester, { ...both, grants, subtrees: [''] })
})
afterAll(() => provider.stop())
beforeEach(() => {
  provider.lie = {}
})

async function signIn({ before = '', claims = {}, headers = {} } = {}): Promise<Answer> {
  provider.lie = { claims }
  const begun = await call('/sign-in?prompt=login')
  const asked = new URL(begun.headers.get('location') ?? '').searchParams
  expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0'])
  const query = new URLSearchParams({ state: asked.get('state') ?? '', code: `${asked.get('nonce')}~again` })
  const cookie = `${cookieOf(begun)}; ${before}`
  return call(`/sign-in/callback?${query}`, { cookie, headers })
}

function cookieOf({ headers }: Answer): string {
  return headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('what the provider said', () => {
  it('its token is kept nowhere and in no address', async () => {
    const cookie = cookieOf(await signIn())
    const { items } = await world.table.scan(undefined, 5000)
    expect(JSON.stringify(items)).not.toMatch(/eyJ[\w-]+\.eyJ/)
    const { body } = await call('/session', { method: 'DELETE', cookie })
    const { origin, pathname, searchParams } = new URL(String(body.signOutUrl))
    expect(origin + pathname).toBe(`${provider.issuer}/logout`)
    const home = `${world.config.publicOrigin}/`
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: world.config.signIn.clientId,
      logout_hint: 'someone',
      post_logout_redirect_uri: home,
      logout_uri: home,
    })
  })
})

describe('signing in anew', () => {
  it('the device is told by what it calls itself', async () => {
    const headers = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/116.0 MicroMessenger/8.0.47' }
    const { body } = await call('/people/me/sessions', { cookie: cookieOf(await signIn({ headers })) })
    const here = (body.items as Array<{ isThis: boolean }>).find(({ isThis }) => isThis)
    expect(here).toMatchObject({ device: { browser: 'wechat', system: 'android' } })
  })

  it('the provider says when it asked who it is', async () => {
    const isProven = async (claims: object) => {
      const cookie = cookieOf(await signIn({ claims }))
      return (await call('/people/me/sessions', { cookie })).body.isProven
    }
    const now = Math.floor(Date.parse(world.clock.now()) / 1000)
    expect(await isProven({ auth_time: now })).toBe(true)
    expect(await isProven({ auth_time: now - 600 })).toBe(false)
    expect(await isProven({})).toBe(false)
  })

  it('a provider whose clock is ahead proves no longer', async () => {
    const now = Math.floor(Date.parse(world.clock.now()) / 1000)
    const cookie = cookieOf(await signIn({ claims: { auth_time: now + 9999 } }))
    world.pass(600)
    expect((await call('/people/me/sessions', { cookie })).body.isProven).toBe(false)
  })

  it('who works and has a shop goes on as before', async () => {
    const atWork = cookieOf(await signIn())
    expect((await call('/session', { cookie: atWork })).body.kind).toBe('staff')
    const shop = { method: 'PUT', cookie: atWork, body: { customerId } }
    const before = cookieOf(await call('/session/acting-for', shop))
    const again = cookieOf(await signIn({ before }))
    expect((await call('/session', { cookie: again })).body).toMatchObject({ actingFor: customerId })
    expect((await call('/session', { cookie: before })).status).toBe(401)
  })
})
