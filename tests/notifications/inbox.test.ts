import { beforeEach, describe, expect, it } from 'vitest'
import type { InboxMessage } from '#shared/notifications'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCustomer, aMember, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import { aRefusal, choose, type Reached, tell, wishes } from './told-events.ts'

let world: FakeWorld
let call: Call
let shop: AShop
let reached: Reached

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
  shop = await aShop(world, 1)
  reached = { customerId: shop.customerId, personId: shop.owner }
})

async function inbox(
  cookie = shop.cookie,
  query = '',
): Promise<{ items: InboxMessage[]; nextCursor?: string }> {
  return JSON.parse((await call(`/messages${query}`, { cookie })).text)
}

async function unread(cookie = shop.cookie): Promise<unknown> {
  return (await call('/people/me/frame', { cookie })).body.unread
}

describe('the inbox', () => {
  it('pages from the newest on, in the language asked for', async () => {
    for (const reason of ['一', '二', '三']) await tell(world, aRefusal(world, reached, reason))
    const first = await inbox(shop.cookie, '?limit=2')
    const second = await inbox(shop.cookie, `?limit=2&cursor=${first.nextCursor}`)
    const texts = [...first.items, ...second.items].map(({ text }) => text.slice(-1))
    expect([texts, second.nextCursor]).toEqual([['三', '二', '一'], undefined])
    const { body } = await call('/messages', { cookie: shop.cookie, headers: { 'accept-language': 'en' } })
    expect(body).toMatchObject({ items: [{ subject: 'Your request for Shop 183 was not approved' }, {}, {}] })
  })

  it('reading twice is reading once', async () => {
    await tell(world, aRefusal(world, reached))
    await tell(world, aRefusal(world, reached))
    const { items } = await inbox()
    const sent = { method: 'POST', cookie: shop.cookie, body: { messageIds: [items[0]?.messageId] } }
    expect([await unread(), (await call('/messages/reading', sent)).body.unread]).toEqual([2, 1])
    expect((await call('/messages/reading', sent)).body.unread).toBe(1)
    expect((await inbox(shop.cookie, '?only=unread')).items).toMatchObject([
      { messageId: items[1]?.messageId },
    ])
    expect((await inbox()).items.map(({ isRead }) => isRead)).toEqual([true, false])
  })

  it('holds what belongs to the shop one acts for', async () => {
    const other = await aCustomer(world, '184')
    await tell(world, aRefusal(world, { customerId: other, personId: shop.owner }))
    expect((await inbox()).items).toEqual([])
  })

  it('shows nobody what another person was told', async () => {
    await tell(world, aRefusal(world, reached))
    const colleague = await aSession(world, await aMember(world, shop.customerId), shop.customerId)
    const [mine] = (await inbox()).items
    expect((await inbox(colleague)).items).toEqual([])
    await call('/messages/reading', {
      method: 'POST',
      cookie: colleague,
      body: { messageIds: [mine?.messageId] },
    })
    expect(await unread()).toBe(1)
  })

  it.each([[[]], [['msg_x']], [['ord_0123456789ABCDEF-1']]])('reading %j is refused', async (messageIds) => {
    const answer = await call('/messages/reading', {
      method: 'POST',
      cookie: shop.cookie,
      body: { messageIds },
    })
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })
})

describe('the frame', () => {
  it('remembers large mode for the person', async () => {
    expect((await call('/people/me/frame', { cookie: shop.cookie })).body).toEqual({ unread: 0 })
    await call('/people/me/large-mode', { method: 'PUT', cookie: shop.cookie, body: { isOn: true } })
    expect((await call('/people/me/frame', { cookie: shop.cookie })).body).toEqual({
      unread: 0,
      isLarge: true,
    })
  })
})

describe('preferences', () => {
  const path = '/people/me/preferences'
  const save = (version: number, body: object) =>
    call(path, { method: 'PUT', cookie: shop.cookie, body, headers: { 'if-match': `"${version}"` } })

  it('begin with what holds until one chooses', async () => {
    const { body } = await call(path, { cookie: shop.cookie })
    expect(body).toMatchObject({
      version: 0,
      hasPhone: true,
      hasMail: false,
      kinds: { 'order-news': { sms: true, mail: false } },
    })
  })

  it('a choice holds from the next message on', async () => {
    const { 'account-changes': _, ...others } = wishes().kinds
    const kinds = { ...others, 'account-changes': { sms: false, mail: false } }
    expect(await save(0, { kinds })).toMatchObject({ status: 200, body: { version: 1 } })
    await tell(world, aRefusal(world, reached))
    expect([world.sentSms, (await inbox()).items.length]).toEqual([[], 1])
    expect(await save(0, wishes())).toMatchObject({ status: 412 })
  })

  it.each([
    { quiet: { from: '22:00', to: '22:00', except: [] } },
    { quiet: { from: '25:00', to: '07:00', except: [] } },
    { digest: { at: '9:00' } },
    { kinds: {} },
  ])('%j is refused', async (wrong) => {
    expect(await save(0, { ...wishes(), ...wrong })).toMatchObject({ status: 400 })
  })
})

describe('the send log', () => {
  it('tells staff how each message went out', async () => {
    await choose(world, shop.owner, wishes())
    await tell(world, aRefusal(world, reached))
    const cookie = await aSession(world, await someStaff(world, [{ role: 'order-desk', unitPath: 'hq/53' }]))
    const path = `/customers/${shop.customerId}/messages`
    const { body } = await call(path, { cookie })
    expect(body.items).toMatchObject([{ personId: shop.owner, ways: { sms: { state: 'sent', tries: 1 } } }])
    expect((await call(`${path}?state=given-up`, { cookie })).body.items).toEqual([])
    expect((await call(`${path}?personId=${shop.owner}&state=sent`, { cookie })).body.items).toHaveLength(1)
    expect((await call(path, { cookie: shop.cookie })).status).toBe(403)
  })
})
