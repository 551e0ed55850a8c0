import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffGrant } from '#shared/identity'
import { deliverDue } from '../../functions/entry/schedule.ts'
import { type Answer, apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aRelease, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

/** One role within the other's units: nothing is to be counted with both. */
const grants: StaffGrant[] = [
  { role: 'order-desk', unitPath: 'hq/53' },
  { role: 'account-manager', unitPath: 'hq/53/5301' },
]
const DAY_SECONDS = 24 * 3600
let world: FakeWorld
let shop: AShop
let call: Call
let desk: string

beforeEach(async () => {
  world = await aWorld()
  shop = await aShop(world, 2, { creditLimit: 100_000 })
  call = apiOf(world)
  desk = await aSession(world, await someStaff(world, grants))
})

async function place(cookie: string, wanted = 5): Promise<Answer> {
  const { customerId, cycleId, products } = shop
  const lines = products.map((productId) => ({ productId, quantity: 5, wanted }))
  const answer = await call('/orders', { method: 'POST', cookie, body: { customerId, cycleId, lines } })
  expect(answer.status, answer.text).toBe(201)
  return answer
}

function object(order: Answer, reason = '我没有要这么多', key = 'object'): Promise<Answer> {
  const sent = { method: 'POST', cookie: shop.cookie, body: { reason }, headers: { 'idempotency-key': key } }
  return call(`/orders/${order.body.orderId}/objection`, sent)
}

function settle(order: Answer, outcome: string): Promise<Answer> {
  const body = { outcome, answer: '已经改好' }
  return call(`/orders/${order.body.orderId}/objection/settlement`, { method: 'POST', cookie: desk, body })
}

describe('an order placed by phone', () => {
  it('the shop gets number, lines, cuts and the way', async () => {
    const order = await place(desk, 8)
    await deliverDue(world)
    const [sms] = world.sentSms
    expect(sms?.text).toContain(`下单 ${order.body.number}，2 行，合计 ¥100.05`)
    expect(sms?.text).toContain('商品P-1 8→5')
    expect(sms?.text).toContain(`/zh/orders/${order.body.orderId}/`)
  })

  it('an owner objects once, and staff see it', async () => {
    const order = await place(desk)
    const raised = await object(order)
    expect(raised.status, raised.text).toBe(201)
    expect((await object(order)).body).toEqual(raised.body)
    expect((await object(order, '又一次', 'again')).body).toMatchObject({ code: 'objections.already_raised' })
    const { body } = await call('/objections', { cookie: desk })
    expect(body.items).toMatchObject([{ orderId: order.body.orderId, reason: '我没有要这么多' }])
    const day = await call('/obligations', { cookie: desk })
    expect(day.body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'objections-open', facts: expect.objectContaining({ count: 1 }) }),
      ]),
    )
    const history = await call(`/orders/${order.body.orderId}/history`, { cookie: shop.cookie })
    expect(history.body.items).toMatchObject([
      { type: 'order.placed' },
      { type: 'order.objected', change: { reason: '我没有要这么多' } },
    ])
  })

  it('what is settled as corrected was changed before', async () => {
    const order = await place(desk)
    await object(order)
    expect((await settle(order, 'corrected')).body).toMatchObject({ code: 'objections.not_corrected' })
    const body = { lines: shop.products.map((productId) => ({ productId, quantity: 1 })) }
    const headers = { 'if-match': '"1"' }
    await call(`/orders/${order.body.orderId}`, { method: 'PUT', cookie: desk, body, headers })
    expect((await settle(order, 'corrected')).body).toMatchObject({ state: 'corrected', answer: '已经改好' })
    expect((await settle(order, 'explained')).body).toMatchObject({ code: 'objections.already_settled' })
    await deliverDue(world)
    expect(world.sentSms.map(({ text }) => text).join()).toContain('已经改好')
    expect((await call('/objections', { cookie: desk })).body.items).toEqual([])
  })

  it('a day after the close it is too late', async () => {
    const order = await place(desk)
    world.pass(2 * 3600 + DAY_SECONDS)
    shop = { ...shop, cookie: await aSession(world, shop.owner, shop.customerId) }
    expect((await object(order)).body).toMatchObject({ code: 'objections.too_late' })
    world.pass(-1)
    expect((await object(order)).status).toBe(201)
  })

  it('a shop’s own order is not objected to', async () => {
    const order = await place(shop.cookie)
    expect((await object(order)).body).toMatchObject({ code: 'objections.not_on_behalf' })
    const { body } = await call(`/orders/${order.body.orderId}/objection`, { cookie: shop.cookie })
    expect(body).toEqual({})
  })
})

describe('a shop’s order that staff change', () => {
  const withLines = (order: Answer, quantity: number, version: number) =>
    call(`/orders/${order.body.orderId}`, {
      ...{ method: 'PUT', cookie: desk, headers: { 'if-match': `"${version}"` } },
      body: { lines: [{ productId: shop.products[0], quantity }] },
    })
  const cancel = (order: Answer, version: number) =>
    call(`/orders/${order.body.orderId}/cancellation`, {
      ...{ method: 'POST', cookie: desk, headers: { 'if-match': `"${version}"` } },
    })
  const told = async () => {
    while ((await deliverDue(world)) > 0) world.pass(1)
    return world.sentSms.map(({ text }) => text)
  }

  it('the owner reads what changed and may object', async () => {
    const order = await place(shop.cookie)
    await withLines(order, 9, 1)
    const { number, orderId } = order.body
    expect(await told()).toEqual([
      `工作人员改了“店183”的订单 ${number}，现在合计 ¥90.00。改动：商品P-1 5→9、商品P-2 5→0。` +
        `如有不对，请在 11月26日 14:00 前提出异议：http://localhost:8080/zh/orders/${orderId}/`,
    ])
    expect((await object(order)).status).toBe(201)
  })

  it('the owner reads that it is cancelled and may object', async () => {
    const order = await place(shop.cookie)
    await cancel(order, 1)
    expect(await told()).toEqual([
      expect.stringMatching(/取消了“店183”的订单 \S+（¥100\.05）.*11月26日 14:00/),
    ])
    expect((await object(order)).status).toBe(201)
  })

  it('what the owner changes is told to nobody', async () => {
    const order = await place(shop.cookie)
    desk = shop.cookie
    await withLines(order, 9, 1)
    await cancel(order, 2)
    expect(await told()).toEqual([])
  })

  it('changed after an answer, it is objected to again', async () => {
    const order = await place(desk)
    await object(order)
    expect((await settle(order, 'explained')).status).toBe(200)
    expect((await object(order, '还是不对', 'again')).body.code).toBe('objections.already_raised')
    world.pass(1)
    await withLines(order, 9, 1)
    const path = `/orders/${order.body.orderId}/objection`
    expect((await call(path, { cookie: shop.cookie })).body).toMatchObject({
      objection: { state: 'explained' },
      mayObjectUntil: '2026-11-26T06:00:00.000Z',
    })
    const again = await object(order, '还是不对', 'again')
    expect(again.body).toMatchObject({ state: 'raised', reason: '还是不对', orderVersion: 2 })
    expect((await object(order, '还是不对', 'again')).body).toEqual(again.body)
  })
})

describe('a correction after the close', () => {
  function correct(order: Answer, quantities: readonly number[], more: object = {}): Promise<Answer> {
    const lines = shop.products.map((productId, at) => ({ productId, quantity: quantities[at] ?? 0 }))
    return call(`/orders/${order.body.orderId}/correction`, {
      ...{ method: 'POST', cookie: desk, headers: { 'if-match': `"${order.body.version}"` } },
      body: { lines, reason: '电话里听错了', ...more },
    })
  }

  it('it has a reason, and the owner is told', async () => {
    const order = await place(shop.cookie)
    world.pass(3 * 3600)
    const corrected = await correct(order, [2, 3])
    expect(corrected.status, corrected.text).toBe(200)
    expect(corrected.body).toMatchObject({
      ...{ version: 2, state: 'placed', total: 2 * 1000 + 3 * 1001, isOnBehalf: true },
      correction: { reason: '电话里听错了', overridden: [] },
    })
    expect((await correct(order, [2, 3])).body).toEqual(corrected.body)
    const { body } = await call(`/customers/${shop.customerId}`, { cookie: desk })
    expect(body).toMatchObject({ reserved: 5003, available: 94_997 })
    while ((await deliverDue(world)) > 0) world.pass(1)
    expect(world.sentSms.at(-1)?.text).toContain('电话里听错了')
  })

  it('a limit gives way when it is named', async () => {
    const order = await place(shop.cookie)
    await aRelease(world, shop.cycleId, {
      limits: shop.products.map((productId) => ({ productId, grade: 18, quantity: 6 })),
      shopsOfGrade: new Map([[18, 748]]),
    })
    world.pass(3 * 3600)
    const refused = await correct(order, [9, 5])
    expect(refused.body.errors).toMatchObject([{ code: 'orders.over_limit', path: 'lines.0' }])
    const corrected = await correct(order, [9, 5], { overriding: ['orders.over_limit'] })
    expect(corrected.body).toMatchObject({
      correction: { overridden: [{ code: 'orders.over_limit', productId: shop.products[0] }] },
    })
    const history = await call(`/orders/${order.body.orderId}/history`, { cookie: shop.cookie })
    expect(history.body.items).toMatchObject([{}, { change: { overridden: ['orders.over_limit'] } }])
  })

  it('money and supply never give way', async () => {
    const order = await place(shop.cookie)
    const [, scarce] = shop.products
    if (!scarce) throw new Error('No product')
    await aRelease(world, shop.cycleId, { firstCome: [{ productId: scarce, quantity: 20 }] })
    world.pass(3 * 3600)
    expect((await correct(order, [500, 5])).body.errors).toMatchObject([{ code: 'orders.over_available' }])
    const short = await correct(order, [5, 26], { overriding: ['orders.over_limit'] })
    expect(short.body.errors).toMatchObject([{ code: 'orders.supply_short' }])
    expect((await correct(order, [5, 5], { overriding: ['orders.over_available'] })).status).toBe(400)
  })

  it('a line comes in and another goes out', async () => {
    const [first, second] = shop.products
    const { customerId, cycleId } = shop
    const ordered = { customerId, cycleId, lines: [{ productId: first, quantity: 5 }] }
    const order = await call('/orders', { method: 'POST', cookie: shop.cookie, body: ordered })
    world.pass(3 * 3600)
    const corrected = await call(`/orders/${order.body.orderId}/correction`, {
      ...{ method: 'POST', cookie: desk, headers: { 'if-match': '"1"' } },
      body: { lines: [{ productId: second, quantity: 2 }], reason: '听成了另一个' },
    })
    expect(corrected.body).toMatchObject({
      ...{ version: 2, total: 2 * 1001, lineCount: 1 },
      lines: [{ productId: second, quantity: 2, price: 1001 }],
    })
  })

  it('it may leave nothing of the order', async () => {
    const order = await place(shop.cookie)
    world.pass(3 * 3600)
    expect((await correct(order, [0, 0])).body).toMatchObject({ total: 0, lineCount: 0 })
    const { body } = await call(`/customers/${shop.customerId}`, { cookie: desk })
    expect(body).toMatchObject({ reserved: 0 })
  })

  it('owners and account managers cannot correct', async () => {
    const order = await place(shop.cookie)
    desk = shop.cookie
    expect((await correct(order, [1, 1])).status).toBe(403)
  })
})
