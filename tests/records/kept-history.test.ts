import { beforeEach, describe, expect, it } from 'vitest'
import { productIdOfCode, savePrice } from '#catalogue'
import { onePrice } from '#shared/price-rules'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCustomer, aMember, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let shop: AShop
let cookie: string

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
  shop = await aShop(world, 2)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

const told = async (path: string, as = cookie) => (await call(`${path}/history`, { cookie: as })).body.items
const asOf = async (path: string, at: string, as = cookie) =>
  (await call(`${path}/history/record?at=${at}`, { cookie: as })).body.record
const put = (path: string, body: object, version: number, as = cookie) =>
  call(path, { method: 'PUT', cookie: as, body, headers: { 'if-match': `"${version}"` } })

describe('history of publications', () => {
  const publish = async () => {
    const { body } = await call('/price-lists/changes', { cookie })
    const headers = { 'if-match': `"${body.version}"` }
    await call('/price-lists/publication', {
      method: 'POST',
      cookie,
      body: { preview: body.preview },
      headers,
    })
    return Number(body.version) + 1
  }

  it('says who published what for how many', async () => {
    const then = world.clock.now()
    world.pass(60)
    const productId = shop.products[0] ?? productIdOfCode('P-1')
    await savePrice(world, tester, { list: 'standard', productId, breaks: onePrice(777) })
    const version = await publish()
    const [newest, first] = Array.from(Object(await told('/publications')))
    expect(newest).toMatchObject({
      type: 'catalogue.published',
      by: { kind: 'staff', name: expect.stringMatching(/^职/) },
      change: {
        offered: { from: 2, to: 2 },
        productCount: 0,
        priceCount: 1,
        affected: [{ list: 'standard', priceCount: 1, customers: 1 }],
        wasLookedAt: true,
      },
    })
    expect(first).toMatchObject({ by: { kind: 'system' }, change: { version: { from: 0, to: 1 } } })
    expect(await asOf('/publications', then)).toMatchObject({ version: version - 1, offered: 2 })
    expect(await asOf('/publications', '2020-01-01T00:00:00.000Z')).toBeUndefined()
  })

  it('an old one still shows its changes', async () => {
    const productId = shop.products[0] ?? productIdOfCode('P-1')
    await savePrice(world, tester, { list: 'standard', productId, breaks: onePrice(777) })
    const version = await publish()
    await savePrice(world, tester, { list: 'standard', productId, breaks: onePrice(888) })
    await publish()
    const { body } = await call(`/publications/${version}/changes`, { cookie })
    expect(body).toMatchObject({
      version,
      productCount: 0,
      prices: [{ productId, list: 'standard', to: [{ breaks: onePrice(777) }] }],
    })
    const { body: first } = await call('/publications/1/changes', { cookie })
    expect(first).toMatchObject({ productCount: 2, priceCount: 2 })
    expect((await call('/publications/99/changes', { cookie })).body.code).toBe(
      'catalogue.publication_not_found',
    )
  })
})

describe('prices that were taken away', () => {
  const [list, from] = ['standard', '2027-01-01'] as const
  const remove = (productId: string, first?: string) =>
    call(`/price-lists/${list}/prices/${productId}${first ? `?from=${first}` : ''}`, {
      method: 'DELETE',
      cookie,
      headers: { 'if-match': '"1"' },
    })
  const removed = async (query = '') =>
    (await call(`/price-lists/${list}/prices/removed${query}`, { cookie })).body

  it('are named with their day, newest first', async () => {
    const [one = 'prd_', two = 'prd_'] = shop.products
    await savePrice(world, tester, { list, productId: one, from, breaks: onePrice(900) })
    await remove(one, from)
    world.pass(60)
    await remove(two)
    expect((await removed()).items).toMatchObject([
      { productId: two, name: { zh: expect.any(String) } },
      { productId: one, from },
    ])
    const first = await removed('?limit=1')
    expect((await removed(`?limit=1&cursor=${first.nextCursor}`)).items).toMatchObject([{ productId: one }])
    expect((await call('/price-lists/none/prices/removed', { cookie })).body.code).toBe(
      'catalogue.list_not_found',
    )
  })

  it('count on when they come back', async () => {
    const [productId = 'prd_'] = shop.products
    await remove(productId)
    world.pass(60)
    const between = world.clock.now()
    world.pass(60)
    await savePrice(world, tester, { list, productId, breaks: onePrice(901) })
    const path = `/price-lists/${list}/prices/${productId}`
    expect(await asOf(path, between)).not.toHaveProperty('breaks')
    expect(await asOf(path, world.clock.now())).toMatchObject({ breaks: onePrice(901) })
    expect((await removed()).items).toEqual([])
  })
})

describe('history of what is kept beside records', () => {
  it('saved columns tell which column became which', async () => {
    const map = { kind: 'products', name: '常用 表', mapping: { code: 'Code', name_zh: 'Name' } }
    await call('/import-maps', { method: 'PUT', cookie, body: map })
    const then = world.clock.now()
    world.pass(60)
    const mapping = { code: 'Code', name_zh: '名称' }
    await call('/import-maps', { method: 'PUT', cookie, body: { ...map, mapping } })
    await call('/import-maps', { method: 'PUT', cookie, body: { ...map, mapping } })
    const path = `/import-maps/products/${encodeURIComponent(map.name)}`
    expect(await told(path)).toMatchObject([
      { change: { 'column name_zh': { from: 'Name', to: '名称' }, version: { from: 1, to: 2 } } },
      { change: { 'column code': { from: null, to: 'Code' }, version: { from: 0, to: 1 } } },
    ])
    expect(await asOf(path, then)).toMatchObject({ 'column name_zh': 'Name', version: 1 })
    expect((await call('/import-maps/products/none/history', { cookie })).body.code).toBe(
      'imports.map_not_found',
    )
  })

  it('a list tells its lines after it is deleted', async () => {
    const [first = 'prd_', second = 'prd_'] = shop.products
    const lists = `/customers/${shop.customerId}/order-lists`
    const lines = [{ productId: first, quantity: 2, note: '要新的' }]
    const made = await call(lists, { method: 'POST', cookie: shop.cookie, body: { name: '夏天', lines } })
    const path = `${lists}/${made.body.listId}`
    const then = world.clock.now()
    world.pass(60)
    await put(path, { name: '夏天', lines: [{ productId: second, quantity: 5 }] }, 1, shop.cookie)
    await call(path, { method: 'DELETE', cookie: shop.cookie, headers: { 'if-match': '"2"' } })
    const [one, two] = [first, second].map((productId) => productId.slice('prd_'.length))
    expect(await told(path, shop.cookie)).toMatchObject([
      { type: 'order-list.removed', change: { name: { from: '夏天', to: null } } },
      {
        by: { kind: 'member' },
        change: {
          [`line ${one}`]: { from: { quantity: 2, note: '要新的' }, to: null },
          [`line ${two}`]: { from: null, to: { quantity: 5 } },
          productNames: { [String(one)]: { zh: expect.any(String) } },
        },
      },
      { change: { name: { from: null, to: '夏天' }, version: { from: 0, to: 1 } } },
    ])
    expect(await asOf(path, then, shop.cookie)).toMatchObject({
      name: '夏天',
      [`line ${one}`]: { quantity: 2 },
      productNames: { [String(one)]: { zh: expect.any(String) } },
    })
    const other = await aCustomer(world, 'other')
    const stranger = await aSession(world, await aMember(world, other, 'owner'), other)
    expect((await call(`${path}/history`, { cookie: stranger })).status).toBe(404)
  })

  it('favourites that come back count on', async () => {
    const path = `/customers/${shop.customerId}/order-lists/favourites`
    const [productId = 'prd_'] = shop.products
    await put(path, { name: '收藏', lines: [{ productId, quantity: 0 }] }, 0, shop.cookie)
    await call(path, { method: 'DELETE', cookie: shop.cookie, headers: { 'if-match': '"1"' } })
    world.pass(60)
    const between = world.clock.now()
    world.pass(60)
    await put(path, { name: '收藏', lines: [] }, 0, shop.cookie)
    const bare = productId.slice('prd_'.length)
    expect(await asOf(path, between, shop.cookie)).not.toHaveProperty([`line ${bare}`])
    expect(await asOf(path, world.clock.now(), shop.cookie)).toMatchObject({ name: '收藏' })
  })

  it('preferences tell their own person alone', async () => {
    const ways = { sms: true, mail: false }
    const kinds = Object.fromEntries(
      ['order-reminders', 'order-news', 'account-changes', 'calendar-changes'].map((kind) => [kind, ways]),
    )
    const path = '/people/me/preferences'
    expect((await put(path, { kinds }, 0, shop.cookie)).status).toBe(200)
    const then = world.clock.now()
    world.pass(60)
    await put(path, { kinds, digest: { at: '18:00' } }, 1, shop.cookie)
    expect(await told(path, shop.cookie)).toMatchObject([
      { change: { digest: { from: null, to: { at: '18:00' } } } },
      { change: { kinds: { from: null } } },
    ])
    expect(await asOf(path, then, shop.cookie)).toEqual({ kinds, version: 1 })
    expect(await told(path)).toEqual([])
  })

  it('a template tells who worded it anew', async () => {
    const path = '/message-templates/invitation'
    const words = { subject: '{shop}', text: '{link}' }
    await put(path, { zh: words, en: words }, 0)
    expect(await told(path)).toMatchObject([
      { type: 'message_template.published', change: { zh: { to: words } } },
    ])
    expect(await asOf(path, world.clock.now())).toEqual({ zh: words, en: words, version: 1 })
  })
})
