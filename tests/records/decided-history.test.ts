import { beforeEach, describe, expect, it } from 'vitest'
import { setUpCompany } from '#accounts'
import type { PersonId, ProductId } from '#shared/ids'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCompany, aMember, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let shop: AShop
let desk: string
let manager: string
let first: ProductId
let second: ProductId

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
  shop = await aShop(world, 2, { addresses: [{ text: '人民路 1 号', isMain: true }] })
  const [one, two] = shop.products
  if (!one || !two) throw new Error('No products')
  first = one
  second = two
  desk = await aSession(world, await someStaff(world, [{ role: 'order-desk', unitPath: 'hq' }]))
  manager = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

/** The instant now; what follows happens a minute later. */
function then(): string {
  const now = world.clock.now()
  world.pass(60)
  return now
}
const told = async (path: string, as = shop.cookie) =>
  (await call(`${path}/history`, { cookie: as })).body.items
const asOf = async (path: string, at: string, as = shop.cookie) =>
  (await call(`${path}/history/record?at=${at}`, { cookie: as })).body.record
const post = (path: string, body: object, as = shop.cookie, headers = {}) =>
  call(path, { method: 'POST', cookie: as, body, headers })
const lineOf = (productId: ProductId) => `line ${productId.slice('prd_'.length)}`
const lines = (quantity: number, productId = first) => [{ productId, quantity }]

describe('an order as of an instant', () => {
  const place = async (as: string) => {
    const body = { customerId: shop.customerId, cycleId: shop.cycleId, lines: lines(2), note: '要新的' }
    return `/orders/${(await post('/orders', body, as)).body.orderId}`
  }

  it('shows the version in force then', async () => {
    const before = then()
    const path = await place(shop.cookie)
    const placed = then()
    await call(path, {
      method: 'PUT',
      cookie: shop.cookie,
      body: { lines: [...lines(5), ...lines(1, second)] },
      headers: { 'if-match': '"1"' },
    })
    const changed = then()
    await post(`${path}/cancellation`, {}, shop.cookie, { 'if-match': '"2"' })
    expect(await asOf(path, before)).toBeUndefined()
    expect(await asOf(path, placed)).toMatchObject({
      ...{ state: 'placed', version: 1, total: 2000, note: '要新的' },
      [lineOf(first)]: { quantity: 2, wanted: 2, price: 1000, amount: 2000 },
      productNames: { [first.slice('prd_'.length)]: { zh: expect.any(String) } },
    })
    expect(await asOf(path, changed)).toMatchObject({
      ...{ version: 2, total: 5000 + 1001 },
      [lineOf(second)]: { quantity: 1 },
    })
    const now = await asOf(path, world.clock.now())
    expect(now).toMatchObject({ state: 'cancelled', total: 0 })
    expect(now).not.toHaveProperty([lineOf(first)])
  })

  it('hides the address from who sees none', async () => {
    const customer = await call(`/customers/${shop.customerId}`, { cookie: shop.cookie })
    const [main] = Array.from(Object(customer.body.addresses))
    const { addressId } = Object(main)
    const body = { customerId: shop.customerId, cycleId: shop.cycleId, lines: lines(2), addressId }
    const path = `/orders/${(await post('/orders', body)).body.orderId}`
    const analyst = await aSession(world, await someStaff(world, [{ role: 'analyst', unitPath: 'hq' }]))
    const seen = await asOf(path, world.clock.now(), analyst)
    expect(seen).toMatchObject({ total: 2000 })
    expect(seen).not.toHaveProperty('address')
    expect(await asOf(path, world.clock.now())).toMatchObject({ address: '人民路 1 号' })
  })

  it('objections one after another tell their outcome', async () => {
    const path = await place(desk)
    await post(`${path}/objection`, { reason: '没订过' })
    const raised = then()
    const answer = { outcome: 'explained', answer: '电话里说的' }
    await post(`${path}/objection/settlement`, answer, desk)
    const objection = `${path}/objection`
    expect(await told(objection)).toMatchObject([
      {
        type: 'order.objection_settled',
        by: { kind: 'staff' },
        change: { state: { from: 'raised', to: 'explained' }, answer: { from: null, to: '电话里说的' } },
      },
      { type: 'order.objected', change: { reason: { from: null, to: '没订过' } } },
    ])
    const asRaised = await asOf(objection, raised)
    expect(asRaised).toMatchObject({ state: 'raised', reason: '没订过' })
    expect(asRaised).not.toHaveProperty('answer')
    const body = { lines: lines(3), reason: '改正' }
    world.pass(60)
    await post(`${path}/correction`, body, desk, { 'if-match': '"1"' })
    await post(objection, { reason: '还是不对' })
    expect(await asOf(objection, world.clock.now())).toMatchObject({
      ...{ state: 'raised', reason: '还是不对', version: 3 },
    })
    expect(await asOf(objection, raised)).toEqual(asRaised)
    expect((await told(`${await place(desk)}/objection`)) ?? 'none').toBe('none')
  })
})

describe('what was asked and decided', () => {
  it('a request tells who refused it and why', async () => {
    const addresses = [{ text: '人民路 1 号', isMain: true }]
    const asked = await post(`/customers/${shop.customerId}/requests`, { kind: 'addresses', addresses })
    const path = `/customers/${shop.customerId}/requests/${asked.body.requestId}`
    const waiting = then()
    await post(`${path}/decision`, { decision: 'refused', reason: '门牌不对', customerVersion: 1 }, manager)
    expect(await told(path)).toMatchObject([
      {
        type: 'request.refused',
        by: { kind: 'staff' },
        change: { state: { from: 'asked', to: 'refused' }, reason: { from: null, to: '门牌不对' } },
      },
      { type: 'request.asked', by: { kind: 'member' }, change: { version: { from: 0, to: 1 } } },
    ])
    expect(await asOf(path, waiting)).toMatchObject({
      ...{ kind: 'addresses', state: 'asked' },
      addresses: [{ text: '人民路 1 号' }],
    })
    expect(await asOf(path, waiting)).not.toHaveProperty('reason')
    expect(await asOf(path, world.clock.now(), manager)).toMatchObject({
      state: 'refused',
      reason: '门牌不对',
    })
  })

  it('an approval tells its lines and its order', async () => {
    const buyer: PersonId = await aMember(world, shop.customerId, 'buyer')
    const cookie = await aSession(world, buyer, shop.customerId)
    const settings = `/customers/${shop.customerId}/buyer-settings`
    const always = { approval: 'always', limits: [] }
    await call(settings, {
      method: 'PUT',
      cookie: shop.cookie,
      body: always,
      headers: { 'if-match': '"0"' },
    })
    const approvals = `/customers/${shop.customerId}/approvals`
    const asked = await post(approvals, { cycleId: shop.cycleId, lines: lines(2) }, cookie)
    const path = `${approvals}/${asked.body.approvalId}`
    const waiting = then()
    const { body } = await post(`${path}/approval`, {})
    expect(await told(path, cookie)).toMatchObject([
      {
        type: 'approval.approved',
        change: { state: { from: 'asked', to: 'approved' }, orderId: { from: null, to: body.orderId } },
      },
      { type: 'approval.asked', change: { total: { from: null, to: 2000 } } },
    ])
    const asAsked = { state: 'asked', total: 2000, [lineOf(first)]: { quantity: 2 } }
    expect(await asOf(path, waiting)).toMatchObject(asAsked)
    expect(await asOf(path, waiting)).not.toHaveProperty('orderId')
    expect(await asOf(path, world.clock.now())).toMatchObject({ state: 'approved', orderId: body.orderId })
  })
})

describe('the company', () => {
  it('tells its settings and its units', async () => {
    const before = then()
    const company = await aCompany(world, { servicePhone: '400-100' })
    const unit = { path: 'hq/77', name: { zh: '新区', en: 'New' }, level: 2 }
    world.pass(60)
    await setUpCompany(world, tester, company, [unit])
    await setUpCompany(world, tester, company, [unit])
    expect(await told('/company', manager)).toMatchObject([
      { change: { 'unit hq/77': { from: null, to: unit.name }, version: { from: 2, to: 3 } } },
      { change: { servicePhone: { to: '400-100' } } },
      { change: { timeZone: { from: null, to: 'Asia/Shanghai' }, 'unit hq/53': { from: null } } },
    ])
    expect(await asOf('/company', before, manager)).toMatchObject({ 'unit hq/44': { zh: 'hq/44' } })
    expect(await asOf('/company', before, manager)).not.toHaveProperty(['unit hq/77'])
    expect((await call('/company/history', { cookie: shop.cookie })).status).toBe(403)
  })

  it('a tree of many units is told in parts', async () => {
    const units = Array.from({ length: 200 }, (_, at) => ({
      path: `many/${at}`,
      name: { zh: `${at}`, en: `${at}` },
      level: 2,
    }))
    await setUpCompany(world, tester, await aCompany(world), units)
    const record = await asOf('/company', world.clock.now(), manager)
    expect(Object.keys(Object(record)).filter((field) => field.startsWith('unit many/'))).toHaveLength(200)
  })
})

describe('what a person chose', () => {
  it('large mode tells when it was turned on', async () => {
    const turn = (isOn: boolean) =>
      call('/people/me/large-mode', { method: 'PUT', cookie: shop.cookie, body: { isOn } })
    await turn(true)
    const large = then()
    await Promise.all([turn(false), turn(false)])
    await turn(false)
    expect(await told('/people/me/large-mode')).toMatchObject([
      { type: 'large_mode.saved', change: { isOn: { from: true, to: false } } },
      { change: { isOn: { from: null, to: true } } },
    ])
    expect(await asOf('/people/me/large-mode', large)).toEqual({ isOn: true, version: 1 })
    expect(await told('/people/me/large-mode', desk)).toEqual([])
  })

  it('deleted lists are still named, newest first', async () => {
    const lists = `/customers/${shop.customerId}/order-lists`
    const remove = (listId: unknown, version = 1) =>
      call(`${lists}/${listId}`, {
        method: 'DELETE',
        cookie: shop.cookie,
        headers: { 'if-match': `"${version}"` },
      })
    const favourites = { name: '收藏', lines: lines(0) }
    const star = () =>
      call(`${lists}/favourites`, {
        method: 'PUT',
        cookie: shop.cookie,
        body: favourites,
        headers: { 'if-match': '"0"' },
      })
    await star()
    await remove('favourites')
    world.pass(60)
    const { body } = await post(lists, { name: '夏天', lines: lines(2) })
    await remove(body.listId)
    const removed = async (query = '') =>
      (await call(`${lists}/removed${query}`, { cookie: shop.cookie })).body
    expect(await removed()).toMatchObject({
      items: [{ listId: body.listId, name: '夏天' }, { listId: 'favourites' }],
    })
    const page = await removed('?limit=1')
    expect(page.items).toHaveLength(1)
    const next = await removed(`?limit=1&cursor=${page.nextCursor}`)
    expect(next.items).toMatchObject([{ listId: 'favourites' }])
    await star()
    expect(Array.from(Object((await removed()).items))).toHaveLength(1)
  })
})
