import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { getOrderMinimum, saveOrderMinimum } from '#accounts'
import { Assortment } from '#shared/catalogue'
import { orderTotal } from '#shared/order-rules'
import { askApproval } from '../../functions/approvals/ask-approval.ts'
import { saveBasket } from '../../functions/drafts/save-basket.ts'
import { saveStandingDraft } from '../../functions/drafts/save-standing-draft.ts'
import { runDue } from '../../functions/entry/schedule.ts'
import { judgeSheet } from '../../web/src/features/orders/entry/send/judge-sheet.ts'
import { eventsOf, tester } from '../closings/a-closing.ts'
import { type Answer, apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCompany, aCustomer, aMember, aSession, aShop, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call

beforeEach(async () => {
  world = await aWorld()
  shop = await aShop(world, 2, { customerClass: 'B' })
  await aCompany(world, { preset: 'traded', oneOrderACycle: false })
  const classes = [{ customerClass: 'A', amount: 0 }]
  await saveOrderMinimum(world, tester, { amount: 5000, classes, baseVersion: 0 })
  call = apiOf(world)
})

const linesOf = (...quantities: number[]) =>
  shop.products.flatMap((productId, at) => {
    const quantity = quantities[at] ?? 0
    return quantity > 0 ? [{ productId, quantity }] : []
  })

const place = (quantities: number[], cookie = shop.cookie): Promise<Answer> => {
  const { customerId, cycleId } = shop
  return call('/orders', {
    method: 'POST',
    cookie,
    body: { customerId, cycleId, lines: linesOf(...quantities) },
  })
}

const below = (total: number) => [
  { code: 'orders.below_minimum', facts: { leastTotal: 5000, total, missing: 5000 - total } },
]

async function staffCookie(role: 'order-desk' | 'administrator') {
  return aSession(world, await someStaff(world, [{ role, unitPath: 'hq' }]))
}

describe('an order below the minimum of the company', () => {
  it('placing and changing are refused with what is missing', async () => {
    expect((await place([4])).body.errors).toMatchObject(below(4000))
    const placed = await place([5])
    expect(placed.status, placed.text).toBe(201)
    const changed = await call(`/orders/${placed.body.orderId}`, {
      ...{ method: 'PUT', cookie: shop.cookie, headers: { 'if-match': '"1"' } },
      body: { lines: linesOf(3) },
    })
    expect(changed.body.errors).toMatchObject(below(3000))
    const { body } = await call(`/orders/${placed.body.orderId}`, { cookie: shop.cookie })
    expect(body).toMatchObject({ version: 1, total: 5000 })
  })

  it('the phone desk is refused as well', async () => {
    const cookie = await staffCookie('order-desk')
    expect((await place([4], cookie)).body.errors).toMatchObject(below(4000))
    expect((await place([5], cookie)).status).toBe(201)
  })

  it('the draft stays when its order is refused', async () => {
    const { customerId } = shop
    await saveBasket(world, tester, { customerId, baseVersion: 0, lines: linesOf(4) })
    expect((await place([4])).status).toBe(422)
    const { body } = await call(`/customers/${customerId}/basket`, { cookie: shop.cookie })
    expect(body).toMatchObject({ isSpent: false, lines: [{ quantity: 4 }] })
  })

  it('a standing draft is refused as a whole', async () => {
    const { customerId } = shop
    await saveBasket(world, tester, { customerId, baseVersion: 0, lines: linesOf(4) })
    await saveStandingDraft(world, tester, { customerId, isOn: true, leavesOut: true, baseVersion: 0 })
    world.pass(2 * 3600 + 121)
    for (let run = 1; run <= 3; run++) await runDue(world)
    expect(await eventsOf(world, customerId)).toContain('order.standing_refused')
    const { body } = await call(`/customers/${customerId}/orders`, { cookie: shop.cookie })
    expect(body.items).toEqual([])
  })

  it('an owner’s yes to a buyer’s order is refused', async () => {
    const { customerId, cycleId } = shop
    const personId = await aMember(world, customerId, 'buyer')
    const buyer = { kind: 'member', personId, customerId, role: 'buyer', sessionKey: '' } as const
    const once = { key: 'ask', fingerprint: 'ask' }
    const ask = (quantity: number) =>
      askApproval(world, buyer, { customerId, wish: { cycleId, lines: linesOf(quantity) } }, once)
    await expect(ask(4)).rejects.toMatchObject({ code: 'orders.lines_refused' })
    const { approvalId } = await ask(5)
    await saveOrderMinimum(world, tester, { amount: 8000, classes: [], baseVersion: 1 })
    const path = `/customers/${customerId}/approvals/${approvalId}`
    const page = await call(path, { cookie: shop.cookie })
    expect(page.body.judged).toMatchObject({ refusals: [{ code: 'orders.below_minimum' }] })
    const yes = await call(`${path}/approval`, { method: 'POST', cookie: shop.cookie, body: {} })
    expect(yes.body.errors).toMatchObject([
      { code: 'orders.below_minimum', facts: { leastTotal: 8000, total: 5000, missing: 3000 } },
    ])
  })

  it('a correction passes when it names the minimum', async () => {
    const { orderId } = (await place([6])).body
    world.pass(3 * 3600)
    const cookie = await staffCookie('order-desk')
    const correct = (quantity: number, more: object = {}) =>
      call(`/orders/${orderId}/correction`, {
        ...{ method: 'POST', cookie, headers: { 'if-match': '"1"' } },
        body: { lines: linesOf(quantity), reason: '少发一件', ...more },
      })
    expect((await correct(4)).body.errors).toMatchObject(below(4000))
    const corrected = await correct(4, { overriding: ['orders.below_minimum'] })
    expect(corrected.body).toMatchObject({
      total: 4000,
      correction: { overridden: [{ code: 'orders.below_minimum' }] },
    })
  })
})

describe('the order page', () => {
  it('it refuses below the minimum as the server does', async () => {
    const { body } = await call(`/customers/${shop.customerId}/assortment`, { cookie: shop.cookie })
    const assortment = Assortment.parse(body)
    expect(assortment.leastTotal).toBe(5000)
    const offers = new Map(assortment.items.map((item) => [item.productId, item]))
    await fc.assert(
      fc.asyncProperty(fc.nat(8), fc.nat(8), async (one, other) => {
        const typed = Object.fromEntries(
          linesOf(one, other).map(({ productId, quantity }) => [productId, String(quantity)]),
        )
        const page = judgeSheet({ typed, assortment, offers, receivedAt: Date.now(), phase: 'open' })
        if (page.lineCount === 0) return
        expect(page.total).toBe(orderTotal(linesOf(one, other), (productId) => offers.get(productId)))
        const answer = await place([one, other])
        expect(answer.status).toBe(page.whole.length > 0 ? 422 : 201)
        expect(answer.body.errors ?? []).toMatchObject(page.whole)
      }),
      { numRuns: 25 },
    )
  })

  it('a class without a minimum sees none', async () => {
    const customerId = await aCustomer(world, 'free', { customerClass: 'A' })
    const cookie = await aSession(world, await aMember(world, customerId), customerId)
    const { body } = await call(`/customers/${customerId}/assortment`, { cookie })
    expect(body.leastTotal).toBeUndefined()
  })
})

describe('the setting', () => {
  const save = (cookie: string, version: number, body: object) =>
    call('/order-minimum', { method: 'PUT', cookie, headers: { 'if-match': `"${version}"` }, body })

  it('administrators change it and history tells', async () => {
    const cookie = await staffCookie('administrator')
    const saved = await save(cookie, 1, { amount: 8000, classes: [] })
    expect(saved.body).toEqual({ amount: 8000, classes: [], version: 2 })
    expect((await place([5])).status).toBe(422)
    const history = await call('/order-minimum/history', { cookie })
    expect(history.body.items).toMatchObject([
      { type: 'order_minimum.saved', change: { amount: { from: 5000, to: 8000 } } },
      { change: { amount: { to: 5000 } } },
    ])
    expect((await save(cookie, 1, { amount: 1, classes: [] })).status).toBe(412)
  })

  it('amounts that cannot be are refused', async () => {
    const cookie = await staffCookie('administrator')
    const twice = [1, 2].map((amount) => ({ customerClass: 'A', amount }))
    for (const body of [
      { amount: -1, classes: [] },
      { amount: 0.5, classes: [] },
      { amount: 1, classes: twice },
    ])
      expect((await save(cookie, 1, body)).status).toBe(400)
    expect(await getOrderMinimum(world)).toMatchObject({ version: 1 })
  })

  it('supplied goods may have no minimum', async () => {
    const cookie = await staffCookie('administrator')
    await aCompany(world)
    const refused = await save(cookie, 1, { amount: 5000, classes: [] })
    expect(refused.body).toMatchObject({ status: 422, code: 'accounts.minimum_forbidden' })
    expect(await getOrderMinimum(world)).toMatchObject({ version: 1 })
  })
})
