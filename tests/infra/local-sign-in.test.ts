import { createServer, type Server } from 'node:http'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningDatabase, startDatabase } from '../../infra/local/database.ts'
import { type LocalTable, openLocalTable } from '../../infra/local/local-table.ts'
import { handleMailbox, keepMessage } from '../../infra/local/mailbox.ts'
import { listMessages } from '../../infra/local/mailbox-store.ts'
import { mintToken } from '../../infra/local/sign-in/mint-token.ts'
import { createSignInProvider, type SignInProvider } from '../../infra/local/sign-in/sign-in-provider.ts'
import { createPasswordUser } from '../../infra/local/sign-in/sign-in-users.ts'
import { aTinyBrowser, type Shown } from './local-browser.ts'

const ERP = { id: 'erp', secret: 'erp-secret-of-the-test', scopes: ['orders:read', 'prices:write'] }
let database: RunningDatabase
let table: LocalTable
let server: Server
let origin = ''
let providers: SignInProvider[] = []
let turn = 0
// Set forward by tests that wait.
let ahead = 0
const now = () => Date.now() + ahead

beforeAll(async () => {
  database = await startDatabase({})
  table = await openLocalTable({ endpoint: database.endpoint, tableName: 'sign-in-local', now })
  server = createServer(async (request, response) => {
    if (await handleMailbox(table, request, response, now)) return
    // Every request meets the other process.
    providers[turn++ % providers.length]?.handle(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`
  providers = await Promise.all([aProvider(), aProvider()])
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await database.stop()
})

function aProvider(): Promise<SignInProvider> {
  const web = {
    id: 'portal',
    secret: 'portal-secret-of-the-test',
    redirectUris: [`${origin}/api/sign-in/callback`],
    postLogoutUris: [`${origin}/`],
  }
  return createSignInProvider({
    issuer: `${origin}/oidc`,
    clients: { web, machines: [ERP] },
    table,
    now,
    sendMail: ({ id, to, subject, text }) =>
      keepMessage(table, { id, to: [to], subject, text, kind: 'mail' }, now),
    sendSms: ({ id, to, text }) => keepMessage(table, { id, to: [to], text, kind: 'sms' }, now),
  })
}

async function aFlow(language = 'zh-CN') {
  const authentication = client.ClientSecretBasic('portal-secret-of-the-test')
  const config = await client.discovery(new URL(`${origin}/oidc`), 'portal', undefined, authentication, {
    execute: [client.allowInsecureRequests],
  })
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const checks = {
    pkceCodeVerifier,
    expectedState: client.randomState(),
    expectedNonce: client.randomNonce(),
  }
  const start = client.buildAuthorizationUrl(config, {
    redirect_uri: `${origin}/api/sign-in/callback`,
    scope: 'openid phone email profile',
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    ui_locales: language,
  })
  const browser = aTinyBrowser(`${origin}/api/sign-in/callback`, language)
  const finish = (page: Shown) => client.authorizationCodeGrant(config, new URL(page.url), checks)
  return { config, browser, page: await browser.open(start.href), start: start.href, finish }
}

async function lastCode(to: string): Promise<string> {
  const answer = await fetch(`${origin}/mailbox.json?${new URLSearchParams({ to })}`)
  return /"text":"[^"]*?(\d{6})/.exec(await answer.text())?.[1] ?? ''
}

async function messagesTo(to: string): Promise<number> {
  return (await listMessages(table, { to, limit: 100 })).items.length
}

const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a phone number and its code sign a person in', async () => {
  const { browser, page, finish } = await aFlow()
  expect(page.html).toContain('lang="zh-CN"')
  const asked = await browser.submit(page, { phone: '138 0000 0001' })
  expect(asked.html).toContain('138****0001')
  const done = await browser.submit(asked, { code: await lastCode('+8613800000001') })
  const claims = (await finish(done)).claims()
  expect(claims).toMatchObject({
    phone_number: '+8613800000001',
    phone_number_verified: true,
    locale: 'zh-CN',
  })
  const again = await aFlow()
  ahead += 61_000
  const askedAgain = await again.browser.submit(again.page, { phone: '+86 13800000001' })
  const doneAgain = await again.browser.submit(askedAgain, { code: await lastCode('+8613800000001') })
  expect((await again.finish(doneAgain)).claims()?.sub).toBe(claims?.sub)
})

test('an authorization code cannot be redeemed twice', async () => {
  const { browser, page, finish } = await aFlow()
  const asked = await browser.submit(page, { phone: '13800000002' })
  const done = await browser.submit(asked, { code: await lastCode('13800000002') })
  const redeemed = await Promise.allSettled([finish(done), finish(done)])
  expect(redeemed.filter((each) => each.status === 'fulfilled').length).toBeLessThanOrEqual(1)
  await expect(finish(done)).rejects.toThrow()
})

test.each([
  ['another address to come back to', { redirect_uri: 'https://evil.example/api/sign-in/callback' }],
  ['a path below the right address', { redirect_uri: '/api/sign-in/callback/more' }],
  ['no challenge', { code_challenge: undefined }],
  ['a plain challenge', { code_challenge_method: 'plain' }],
  ['tokens in the address', { response_type: 'id_token token' }],
])('a request with %s gets no code', async (_, odd) => {
  const { start, browser } = await aFlow()
  const asked = new URL(start)
  for (const [name, value] of Object.entries(odd)) {
    if (value === undefined) asked.searchParams.delete(name)
    else asked.searchParams.set(name, value.startsWith('/') ? `${origin}${value}` : value)
  }
  const shown = await browser.open(asked.href)
  expect(shown.url).not.toMatch(/interaction|[?&#](?:code|id_token|access_token)=/)
})

test('five wrong codes use a code up', async () => {
  const { browser, page } = await aFlow('en')
  let shown = await browser.submit(page, { phone: '13800000003' })
  const right = await lastCode('13800000003')
  for (let guess = 0; guess < 4; guess++) shown = await browser.submit(shown, { code: otherThan(right) })
  expect(shown.status).toBe(422)
  expect(shown.html).toContain('role="alert"')
  expect(shown.html).toContain('That code is not right')
  shown = await browser.submit(shown, { code: otherThan(right) })
  expect(shown.html).toContain('no longer works')
  shown = await browser.submit(shown, { code: right })
  expect(shown.html).toContain('no longer works')
})

test('a code is sent once a minute at most', async () => {
  const { browser, page } = await aFlow('en')
  const asked = await browser.submit(page, { phone: '13800000004' })
  const early = await browser.submit(asked, {}, 1)
  expect(early.html).toContain('sent just now still works')
  const other = await aFlow('en')
  const refused = await other.browser.submit(other.page, { phone: '13800000004' })
  expect(refused.html).toContain('asked for too often')
  expect(await messagesTo('13800000004')).toBe(1)
  for (let minute = 0; minute < 6; minute++) {
    ahead += 61_000
    await browser.submit(asked, {}, 1)
  }
  expect(await messagesTo('13800000004')).toBe(5)
})

test('a code is no use after ten minutes', async () => {
  const { browser, page } = await aFlow('en')
  const asked = await browser.submit(page, { phone: '13800000005' })
  ahead += 601_000
  const late = await browser.submit(asked, { code: await lastCode('13800000005') })
  expect(late.html).toContain('no longer works')
})

test('a malformed phone number says how to mend it', async () => {
  const { browser, page } = await aFlow()
  const refused = await browser.submit(page, { phone: '"><b>12' })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('请输入 11 位手机号')
  expect(refused.html).toContain('&quot;&gt;&lt;b&gt;12')
  expect(refused.headers.get('content-security-policy')).toMatch(/default-src 'none'/)
})

test('mail and password sign a seeded person in', async () => {
  const person = { email: 'Owner@Shop.example', password: 'correct horse', phone: '13800000006' }
  const sub = await createPasswordUser(table, person)
  expect(await createPasswordUser(table, person)).toBe(sub)
  const { browser, page, finish } = await aFlow('en')
  const mailPage = await browser.open(`${page.url}?way=mail`)
  expect(mailPage.html).toContain('type="password" autocomplete="current-password"')
  const wrong = await browser.submit(mailPage, { email: 'owner@shop.example', password: 'wrong horse' })
  expect(wrong.html).toContain('Mail address or password is not right')
  const unknown = await browser.submit(wrong, { email: 'nobody@shop.example', password: 'wrong horse' })
  expect(unknown.html).toBe(wrong.html.replace('owner@', 'nobody@'))
  const done = await browser.submit(unknown, { email: ' OWNER@shop.example', password: 'correct horse' })
  const claims = (await finish(done)).claims()
  expect(claims).toMatchObject({ sub, email: 'owner@shop.example', email_verified: true })
  expect(claims).toMatchObject({ phone_number: '+8613800000006' })
})

test('a first visitor sets a password by mail', async () => {
  const { browser, page, finish } = await aFlow('en')
  const first = await browser.open(`${page.url}?way=first`)
  const asked = await browser.submit(first, { email: 'new@shop.example' })
  const unproven = await browser.open(asked.url.replace(/code$/, 'new-password'))
  expect(unproven.html).not.toContain('new-password')
  const choose = await browser.submit(asked, { code: await lastCode('new@shop.example') })
  expect(choose.html).toContain('autocomplete="new-password"')
  const weak = await browser.submit(choose, { newPassword: 'aaaaaaaaa' })
  expect(weak.html).toContain('too weak')
  const done = await browser.submit(weak, { newPassword: 'a better one' })
  expect((await finish(done)).claims()).toMatchObject({ email: 'new@shop.example', locale: 'en' })
})

test('ten wrong passwords lock the address for a while', async () => {
  await createPasswordUser(table, { email: 'locked@shop.example', password: 'correct horse' })
  const { browser, page, finish } = await aFlow('en')
  let shown = await browser.open(`${page.url}?way=mail`)
  const tries = { email: 'locked@shop.example', password: 'wrong' }
  for (let guess = 0; guess < 10; guess++) shown = await browser.submit(shown, tries)
  shown = await browser.submit(shown, { ...tries, password: 'correct horse' })
  expect(shown.html).toContain('Too many attempts')
  ahead += 901_000
  const done = await browser.submit(shown, { ...tries, password: 'correct horse' })
  expect((await finish(done)).claims()?.email).toBe('locked@shop.example')
})

test('signing out ends the session without a question', async () => {
  const { browser, page, finish, config, start } = await aFlow()
  const asked = await browser.submit(page, { phone: '13800000007' })
  const tokens = await finish(await browser.submit(asked, { code: await lastCode('13800000007') }))
  expect((await browser.open(start)).url).toContain('/api/sign-in/callback?code=')
  const parameters = {
    post_logout_redirect_uri: `${origin}/`,
    logout_hint: tokens.claims()?.sub ?? '',
    state: 'bye',
  }
  const leaving = client.buildEndSessionUrl(config, parameters).href
  const answer = await browser.open(leaving)
  expect(answer.url).toBe(`${origin}/?state=bye`)
  expect((await browser.open(start)).url).toContain('/oidc/interaction/')
  expect((await browser.open(leaving)).url).toBe(`${origin}/?state=bye`)
})

test('signing out by a foreign link asks first', async () => {
  const { browser, page, start } = await aFlow('en')
  const asked = await browser.submit(page, { phone: '13800000008' })
  await browser.submit(asked, { code: await lastCode('13800000008') })
  const question = await browser.open(`${origin}/oidc/session/end?logout_hint=usr-guessed`)
  expect(question.html).toContain('Do you want to sign out?')
  expect((await browser.open(start)).url).toContain('/api/sign-in/callback?code=')
})

test('a machine gets a token for the API only', async () => {
  const token = await mintToken(`${origin}/oidc`, ERP)
  const keys = createRemoteJWKSet(new URL(`${origin}/oidc/jwks`))
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: `${origin}/oidc`,
    audience: `${origin}/api`,
    algorithms: ['RS256'],
    typ: 'at+jwt',
  })
  expect(payload).toMatchObject({ client_id: 'erp', sub: 'erp', scope: 'orders:read prices:write' })
  expect(protectedHeader.kid).toBeTruthy()
  await expect(mintToken(`${origin}/oidc`, { ...ERP, secret: 'wrong' })).rejects.toThrow('No token for erp')
})

test('another browser cannot use a foreign interaction', async () => {
  const { page } = await aFlow('en')
  const stranger = aTinyBrowser(`${origin}/api/sign-in/callback`, 'en')
  expect((await stranger.open(page.url)).status).toBe(404)
  expect((await stranger.submit(page, { phone: '13800000009' })).status).toBe(404)
  expect(await messagesTo('13800000009')).toBe(0)
})
