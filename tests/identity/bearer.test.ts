import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

type Claims = Record<string, unknown>
type Lie = { claims?: Claims; with?: 'other-key' | 'secret' | 'nothing' }

let world: FakeWorld
let shop: AShop
let call: Call
let tokenOf: (lie?: Lie) => Promise<string>

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world)
  call = apiOf(world)
  const [own, other] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')]
  const keys = { keys: [{ ...(await exportJWK(own.publicKey)), alg: 'ES256' }] }
  await world.remember(`keys ${world.config.signIn.issuer}`, async () => createLocalJWKSet(keys))
  const { config, clock } = world
  tokenOf = ({ claims = {}, with: by } = {}) => {
    const seconds = Math.floor(Date.parse(clock.now()) / 1000)
    const honest = {
      iss: config.signIn.issuer,
      aud: `${config.publicOrigin}/api`,
      sub: 'erp',
      client_id: 'erp',
      scope: 'orders.read',
      iat: seconds,
      exp: seconds + 600,
    }
    const said = { ...honest, ...claims }
    if (by === 'nothing') return Promise.resolve(new UnsecuredJWT(said).encode())
    const key = by === 'secret' ? new TextEncoder().encode(config.signIn.clientSecret) : undefined
    return new SignJWT(said)
      .setProtectedHeader({ alg: key ? 'HS256' : 'ES256' })
      .sign(key ?? (by ? other : own).privateKey)
  }
})

async function statusWith(token: string, cookie?: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await call(`/customers/${shop.customerId}/orders`, { headers, ...(cookie && { cookie }) })).status
}

const past = Math.floor(Date.parse('2026-11-01T00:00:00Z') / 1000)
const lies: Array<[string, Lie]> = [
  ['another issuer', { claims: { iss: 'https://evil.example' } }],
  ['an ID token of the portal', { claims: { aud: 'portal' } }],
  ['no audience', { claims: { aud: undefined } }],
  ['a token that is over', { claims: { exp: past } }],
  ['a token that never ends', { claims: { exp: undefined } }],
  ['a token of a later day', { claims: { nbf: past + 1e8 } }],
  ['a token of another key', { with: 'other-key' }],
  ['a token signed with the client secret', { with: 'secret' }],
  ['a token without signature', { with: 'nothing' }],
]

describe('bearer tokens of machines', () => {
  it('an honest one reads what its scope says', async () => {
    expect(await statusWith(await tokenOf())).toBe(200)
    expect(await statusWith(await tokenOf({ claims: { scope: 'customers.write admin' } }))).toBe(403)
  })

  it.each(lies)('%s opens nothing', async (_, lie) => {
    expect(await statusWith(await tokenOf(lie))).toBe(401)
  })

  it.each(['', 'a.b.c', 'null', '{}', 'x'.repeat(5000)])('the text %j is no token', async (text) => {
    expect(await statusWith(text)).toBe(401)
  })

  it('a token is never helped by a cookie', async () => {
    expect(await statusWith(await tokenOf({ with: 'other-key' }), shop.cookie)).toBe(401)
  })
})
