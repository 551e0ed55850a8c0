import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { apiOf, type Call } from '../support/api-client.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const MINUTE = 60
let world: FakeWorld
let call: Call
let own: CryptoKeyPair
let other: CryptoKeyPair

beforeAll(async () => {
  world = await aWorld()
  call = apiOf(world)
  own = await generateKeyPair('ES256', { extractable: true })
  other = await generateKeyPair('ES256', { extractable: true })
  const trusted = { keys: [{ ...(await exportJWK(own.publicKey)), alg: 'ES256' }] }
  await world.remember(`keys ${world.config.signIn.issuer}`, async () => createLocalJWKSet(trusted))
})

function seconds(): number {
  return Math.floor(Date.parse(world.clock.now()) / 1000)
}

/** What an honest access token says, with one lie in it. */
function said(lie: JWTPayload = {}): JWTPayload {
  const { config } = world
  const honest = {
    iss: config.signIn.issuer,
    aud: `${config.publicOrigin}/api`,
    sub: 'erp',
    client_id: 'erp',
  }
  return { ...honest, scope: 'orders.read', exp: seconds() + MINUTE, ...lie }
}

function signed(claims: JWTPayload, key = own.privateKey, header = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', ...header }).sign(key)
}

async function askWith(token: string) {
  return call('/session', { headers: { authorization: `Bearer ${token}` } })
}

const lies: Array<[string, () => Promise<string> | string]> = [
  ['another issuer', () => signed(said({ iss: 'https://evil.example' }))],
  ['a token for another service', () => signed(said({ aud: 'https://other.example/api' }))],
  ['an ID token of a person', () => signed(said({ aud: world.config.signIn.clientId }))],
  ['a token that is over', () => signed(said({ exp: seconds() - MINUTE }))],
  ['a token of tomorrow', () => signed(said({ nbf: seconds() + MINUTE }))],
  ['a token without an end', () => signed(said({ exp: undefined }))],
  ['a token of another key', () => signed(said(), other.privateKey)],
  [
    'a token that brings its own key',
    async () => signed(said(), other.privateKey, { jwk: await exportJWK(other.publicKey) }),
  ],
  ['a token without a signature', () => new UnsecuredJWT(said()).encode()],
  [
    'a token signed with the client secret',
    () =>
      new SignJWT(said())
        .setProtectedHeader({ alg: 'HS256' })
        .sign(new TextEncoder().encode(world.config.signIn.clientSecret.padEnd(32, '-'))),
  ],
  ['a text of three parts', () => 'a.b.c'],
]

describe('tokens of machines', () => {
  it('an honest token names its machine and scopes', async () => {
    const { status, body } = await askWith(await signed(said({ scope: 'orders.read everything' })))
    expect(status).toBe(200)
    expect(body).toMatchObject({ kind: 'client', name: 'erp', scopes: ['orders.read'] })
  })

  it.each(lies)('%s makes nobody a machine', async (_, lie) => {
    expect((await askWith(await lie())).status).toBe(401)
  })

  it('a refused token is in the log without itself', async () => {
    world.logged.length = 0
    const token = await signed(said({ iss: 'https://evil.example' }))
    const { headers } = await askWith(token)
    const requestId = headers.get('x-request-id')
    expect(world.logged).toMatchObject([
      { message: 'token refused', requestId },
      { message: 'request', requestId, status: 401, code: 'identity.not_signed_in' },
    ])
    expect(JSON.stringify(world.logged)).not.toContain(token)
  })
})
