import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inviteMember } from '#identity'
import { type Answer, apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { type Lie, type Provider, startProvider } from './hostile-provider.ts'

const tester = { kind: 'system', name: 'tests' } as const
const PHONE = '+8613800000001'
let world: FakeWorld
let provider: Provider
let call: Call
/** What the browser that begins sign-ins keeps. */
let browser = ''
let customerId: Awaited<ReturnType<typeof aCustomer>>

beforeAll(async () => {
  world = await aWorld()
  const { clientId, clientSecret } = world.config.signIn
  provider = await startProvider(clientId, clientSecret)
  world.config = { ...world.config, signIn: { issuer: provider.issuer, clientId, clientSecret } }
  await aCompany(world)
  customerId = await aCustomer(world, '183')
  const invited = { customerId, name: '王芳', phone: PHONE, role: 'owner', isQuiet: true } as const
  await inviteMember(world, tester, invited)
  call = apiOf(world)
})
afterAll(() => provider.stop())
beforeEach(() => {
  browser = ''
  provider.lie = {}
  provider.phone = PHONE
})

async function begin(query = ''): Promise<URLSearchParams> {
  const { headers, status } = await call(`/sign-in${query}`, { cookie: browser })
  expect(status).toBe(302)
  browser = headers.get('set-cookie')?.split(';')[0] ?? ''
  return new URL(headers.get('location') ?? '').searchParams
}

function callback(state: string, code: string, cookie = browser): Promise<Answer> {
  return call(`/sign-in/callback?${new URLSearchParams({ state, code })}`, { cookie })
}

async function signIn(lie: Lie = {}, query = ''): Promise<Answer> {
  provider.lie = lie
  const asked = await begin(query)
  return callback(asked.get('state') ?? '', `${asked.get('nonce')}~code`)
}

function cookieOf({ headers }: Answer): string | undefined {
  return headers.get('set-cookie')?.split(';')[0]
}

async function actingFor(signedIn: Answer): Promise<unknown> {
  return (await call('/session', { cookie: cookieOf(signedIn) })).body.actingFor
}

/** Another shop of the same person, whose id comes before or after that of the first. */
async function aSecondShop(role: 'buyer' | 'owner', code: string) {
  const second = await aCustomer(world, `second-${code}`)
  const invited = { customerId: second, name: '王芳', phone: PHONE, role, isQuiet: true }
  await inviteMember(world, tester, invited)
  return second
}

async function anOwnerOf(shop: typeof customerId): Promise<string> {
  return aSession(world, await aMember(world, shop), shop)
}

function expectRefused(answer: Answer, code = 'identity.sign_in_failed'): void {
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`/zh/sign-in/?problem=${code}`)
  expect(answer.headers.get('set-cookie')).toBeNull()
}

describe('signing in', () => {
  it('the browser goes to the provider with its challenge', async () => {
    const asked = await begin()
    expect(asked.get('redirect_uri')).toBe(`${world.config.publicOrigin}/api/sign-in/callback`)
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('code_challenge')).toHaveLength(43)
    const again = await begin()
    for (const part of ['state', 'nonce', 'code_challenge']) expect(again.get(part)).not.toBe(asked.get(part))
  })

  it('one that is lost keeps its language', async () => {
    const asked = await begin('?language=en')
    const state = asked.get('state') ?? ''
    await callback(state, `${asked.get('nonce')}~code`)
    const again = await callback(state, `${asked.get('nonce')}~code`)
    expect(again.headers.get('location')).toBe('/en/sign-in/?problem=identity.sign_in_failed')
    const stranger = await call('/sign-in/callback?code=x', { headers: { 'accept-language': 'en' } })
    expect(stranger.headers.get('location')).toBe('/en/sign-in/?problem=identity.sign_in_failed')
  })

  it('an honest provider opens a session of the invited', async () => {
    const answer = await signIn({}, '?returnTo=/zh/orders/')
    expect(answer.headers.get('location')).toBe('/zh/orders/')
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^session=.*HttpOnly.*SameSite=Lax/)
    const { body } = await call('/session', { cookie: cookie.split(';')[0] })
    expect(body).toMatchObject({ kind: 'member', name: '王芳', actingFor: customerId, role: 'owner' })
  })

  it('over https the cookie is bound to the host', async () => {
    const secure = { ...world, config: { ...world.config, publicOrigin: 'https://portal.example' } }
    const securely = apiOf(secure)
    const { headers } = await securely('/sign-in')
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-sign-in=[^;]{43};.*HttpOnly.*Secure.*SameSite=Lax/)
    const asked = new URL(headers.get('location') ?? '').searchParams
    const answer = await securely(
      `/sign-in/callback?state=${asked.get('state')}&code=${asked.get('nonce')}~c`,
      { cookie },
    )
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=[^;]+;.*Path=\/;.*HttpOnly.*Secure/)
    expect(answer.headers.get('set-cookie')).not.toMatch(/Domain=/)
  })

  it('the session changes with each sign-in', async () => {
    const [one, other] = [await signIn(), await signIn()]
    expect(one.headers.get('set-cookie')).not.toBe(other.headers.get('set-cookie'))
  })

  it('signing in again ends the session before', async () => {
    const before = cookieOf(await signIn())
    const asked = await begin()
    const cookie = `${browser}; ${before}`
    const again = await callback(asked.get('state') ?? '', `${asked.get('nonce')}~again`, cookie)
    expect((await call('/session', { cookie: cookieOf(again) })).status).toBe(200)
    expect((await call('/session', { cookie: before })).status).toBe(401)
  })

  it('who signed in is in the log', async () => {
    world.logged.length = 0
    const answer = await signIn()
    const requestId = answer.headers.get('x-request-id')
    const line = world.logged.find(({ message }) => message === 'signed in')
    expect(line).toMatchObject({ at: world.clock.now(), customerId, requestId })
    const secret = /=([\w-]{43})\./.exec(cookieOf(answer) ?? '')?.[1]
    expect(secret).toBeDefined()
    expect(JSON.stringify(world.logged)).not.toContain(secret)
  })

  it('a person begins in the shop they own', async () => {
    await aSecondShop('buyer', '0')
    expect(await actingFor(await signIn())).toBe(customerId)
  })

  it('a person begins in the shop used last', async () => {
    const second = await aSecondShop('buyer', '1')
    const cookie = cookieOf(await signIn())
    await call('/session/acting-for', { method: 'PUT', cookie, body: { customerId: second } })
    expect(await actingFor(await signIn())).toBe(second)
    const { body } = await call('/session', { cookie: cookieOf(await signIn()) })
    const change = { method: 'PUT', cookie: await anOwnerOf(second), headers: { 'if-match': '"1"' } }
    const path = `/customers/${second}/members/${body.personId}`
    const disabled = await call(path, { ...change, body: { role: 'buyer', isDisabled: true } })
    expect(disabled.status, disabled.text).toBe(200)
    expect(await actingFor(await signIn())).toBe(customerId)
  })

  it('who was never invited gets no session', async () => {
    provider.phone = '+8613800009999'
    expectRefused(await signIn(), 'identity.not_invited')
  })

  it('an address that nobody verified proves nothing', async () => {
    for (const verified of [false, 'true', undefined, 1]) {
      expectRefused(await signIn({ claims: { phone_number_verified: verified } }), 'identity.not_invited')
    }
  })
})

describe('a provider that lies', () => {
  const minute = 60
  const seconds = () => Math.floor(Date.now() / 1000)
  const lies: Array<[string, () => Lie]> = [
    ['another issuer', () => ({ claims: { iss: 'https://evil.example' } })],
    ['another audience', () => ({ claims: { aud: 'another-client' } })],
    ['several audiences and another party', () => ({ claims: { aud: ['portal', 'evil'], azp: 'evil' } })],
    ['another nonce', () => ({ claims: { nonce: 'nonce-of-someone-else' } })],
    ['no nonce', () => ({ claims: { nonce: undefined } })],
    ['an expired token', () => ({ claims: { iat: seconds() - 60 * minute, exp: seconds() - 30 * minute } })],
    ['no expiry', () => ({ claims: { exp: undefined } })],
    ['a token of another key', () => ({ sign: 'other-key' })],
    ['a token without signature', () => ({ sign: 'none' })],
    ['a token signed with the client secret', () => ({ sign: 'secret' })],
    ['no subject', () => ({ claims: { sub: undefined } })],
    ['no token at all', () => ({ idToken: '' })],
    ['a text as token', () => ({ idToken: 'a.b.c' })],
  ]

  it.each(lies)('%s opens no session', async (_, lie) => {
    expectRefused(await signIn(lie()))
  })
})

describe('what is replayed', () => {
  it('a state works once alone', async () => {
    const asked = await begin()
    const [state, code] = [asked.get('state') ?? '', `${asked.get('nonce')}~code`]
    const both = await Promise.all([callback(state, code), callback(state, code)])
    expect(both.filter(({ headers }) => headers.get('set-cookie'))).toHaveLength(1)
    expectRefused(await callback(state, code))
  })

  it('a code of another sign-in is refused', async () => {
    const [mine, theirs] = [await begin(), await begin()]
    expectRefused(await callback(mine.get('state') ?? '', `${theirs.get('nonce')}~stolen`))
  })

  it('another browser than began it opens nothing', async () => {
    for (const cookie of ['', 'sign-in=', `sign-in=${'x'.repeat(43)}`]) {
      const asked = await begin()
      const [state, code] = [asked.get('state') ?? '', `${asked.get('nonce')}~lured`]
      expectRefused(await callback(state, code, cookie))
      expect((await callback(state, code)).headers.get('location')).toBe('/zh/')
    }
  })

  it('two tabs of one browser both get in', async () => {
    const [one, other] = [await begin(), await begin()]
    for (const asked of [one, other]) {
      const answer = await callback(asked.get('state') ?? '', `${asked.get('nonce')}~tab`)
      expect(answer.headers.get('location')).toBe('/zh/')
    }
  })

  it('a page elsewhere leads to the door alone', async () => {
    const answer = await call('/sign-in', { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(answer.headers.get('location')).toBe('/zh/sign-in/')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  it('a sign-in that took too long is refused', async () => {
    const asked = await begin()
    world.pass(15 * 60)
    expectRefused(await callback(asked.get('state') ?? '', `${asked.get('nonce')}~late`))
  })

  it.each(['unknown', '', '#', 'a'.repeat(5000)])('a state nobody began opens nothing', async (state) => {
    expectRefused(await callback(state, 'code'))
  })

  it('a callback without anything leads back to the door', async () => {
    expectRefused(await call('/sign-in/callback'))
    expectRefused(await call('/sign-in/callback?error=access_denied&state=x'))
  })
})

describe('where a sign-in leads', () => {
  it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
    '%j leads home',
    async (returnTo) => {
      const answer = await signIn({}, `?returnTo=${encodeURIComponent(returnTo)}`)
      expect(answer.headers.get('location')).toBe('/zh/')
    },
  )
})

describe('signing out', () => {
  it('the session is over though the provider is away', async () => {
    const away = {
      ...world,
      config: { ...world.config, signIn: { ...world.config.signIn, issuer: 'http://127.0.0.1:9' } },
    }
    const cookie = await aSession(world, await aMember(world, customerId, 'buyer'), customerId)
    const answer = await apiOf(away)('/session', { method: 'DELETE', cookie })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^session=;.*Max-Age=0/)
    expect((await call('/session', { cookie })).status).toBe(401)
  })
})
