import { beforeEach, describe, expect, it } from 'vitest'
import { accountKey } from '#accounts'
import { closeCustomerCycle, placeOrder } from '#orders'
import { bareId, type ProductId } from '#shared/ids'
import { cycleUseKey } from '../../functions/orders/cycle-use-store.ts'
import { type Answer, apiOf, type Call, type Sent } from '../support/api-client.ts'
import { type AShop, aCompany, aCustomer, aRelease, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let shop: AShop
let call: Call
let limited: ProductId
let scarce: ProductId
let plain: ProductId

beforeEach(async () => {
  world = await aWorld()
  shop = await aShop(world, 3, { creditLimit: 100_000 })
  call = apiOf(world)
  const [first, second, third] = shop.products
  if (!first || !second || !third) throw new Error('No products')
  ;[limited, scarce, plain] = [first, second, third]
  await aRelease(world, shop.cycleId, {
    limits: [{ productId: limited, grade: 18, quantity: 10 }],
    shopsOfGrade: new Map([[18, 748]]),
    firstCome: [{ productId: scarce, quantity: 20 }],
  })
})

type Quantities = Partial<Record<'limited' | 'scarce' | 'plain', number>>
const linesOf = ({ limited: a, scarce: b, plain: c }: Quantities) =>
  [
    { productId: limited, quantity: a },
    { productId: scarce, quantity: b },
    { productId: plain, quantity: c },
  ].filter(({ quantity }) => quantity !== undefined)

function send(path: string, method: string, sent: Sent): Promise<Answer> {
  return call(path, { method, cookie: shop.cookie, ...sent })
}

async function place(quantities: Quantities): Promise<Answer> {
  const { customerId, cycleId } = shop
  const answer = await send('/orders', 'POST', { body: { customerId, cycleId, lines: linesOf(quantities) } })
  expect(answer.status, answer.text).toBe(201)
  return answer
}

function change(order: Answer, quantities: Quantities, version = order.body.version): Promise<Answer> {
  const sent = { body: { lines: linesOf(quantities) }, headers: { 'if-match': `"${version}"` } }
  return send(`/orders/${order.body.orderId}`, 'PUT', sent)
}

function cancel(order: Answer, version = order.body.version): Promise<Answer> {
  return send(`/orders/${order.body.orderId}/cancellation`, 'POST', {
    headers: { 'if-match': `"${version}"` },
  })
}

/** What the shop has taken: money reserved, use of its limit, and what is left of the scarce product. */
async function standing() {
  const account = await world.table.get(accountKey(shop.customerId))
  const use = await world.table.get(cycleUseKey(shop.customerId, shop.cycleId))
  const used: Record<string, unknown> = { ...(typeof use?.u === 'object' ? use.u : {}) }
  const { body } = await call(`/customers/${shop.customerId}/assortment`, { cookie: shop.cookie })
  const rows: Array<{ productId: string; remaining?: number }> = Array.isArray(body.items) ? body.items : []
  const shown = rows.find(({ productId }) => productId === scarce)?.remaining
  return { reserved: account?.reserved, used: used[bareId(limited)] ?? 0, shown }
}

it('a shop that moved may still change its order', async () => {
  const order = await place({ plain: 3 })
  await aCustomer(world, '183', { batch: 'weekly-2', creditLimit: 100_000 })
  expect((await change(order, { plain: 4 })).body).toMatchObject({ version: 2, total: 4 * 1002 })
})

it('a grade without goods hears how many share that', async () => {
  const poor = await aShop(world, 3, { code: '5', grade: 5 })
  await aRelease(world, poor.cycleId, {
    limits: [{ productId: limited, grade: 18, quantity: 10 }],
    shopsOfGrade: new Map([
      [18, 748],
      [5, 449],
    ]),
  })
  const { customerId, cycleId, cookie } = poor
  const sent = { method: 'POST', cookie, body: { customerId, cycleId, lines: linesOf({ limited: 1 }) } }
  expect((await call('/orders', sent)).body.errors).toMatchObject([
    { code: 'orders.over_limit', facts: { limit: 0, shops: 449 } },
  ])
})

describe('a limit released in mid-cycle', () => {
  it('it counts what was ordered before it', async () => {
    await aCompany(world, { oneOrderACycle: false })
    await place({ plain: 8 })
    await aRelease(world, shop.cycleId, {
      limits: [{ productId: plain, grade: 18, quantity: 10 }],
      shopsOfGrade: new Map([[18, 748]]),
    })
    const { customerId, cycleId } = shop
    const body = { customerId, cycleId, lines: linesOf({ plain: 3 }) }
    expect((await send('/orders', 'POST', { body })).body.errors).toMatchObject([
      { code: 'orders.over_limit', facts: { limit: 10, left: 2 } },
    ])
    await place({ plain: 2 })
  })

  it('a change is judged and marked by it', async () => {
    const order = await place({ plain: 8 })
    expect(order.body.judgedBy).toEqual({ catalogue: 1, release: 1 })
    await aRelease(world, shop.cycleId, {
      limits: [{ productId: plain, grade: 18, quantity: 10 }],
      shopsOfGrade: new Map([[18, 748]]),
    })
    expect((await change(order, { plain: 11 })).body.errors).toMatchObject([{ code: 'orders.over_limit' }])
    expect((await change(order, { plain: 10 })).body.judgedBy).toEqual({ catalogue: 1, release: 2 })
  })
})

describe('changing an order in its window', () => {
  it('a change is version two, adjusted exactly', async () => {
    const order = await place({ limited: 4, scarce: 6, plain: 1 })
    expect(await standing()).toEqual({ reserved: 4 * 1000 + 6 * 1001 + 1002, used: 4, shown: 20 })
    const changed = await change(order, { limited: 9, scarce: 2 })
    expect(changed.status, changed.text).toBe(200)
    expect(changed.body).toMatchObject({
      version: 2,
      state: 'placed',
      total: 9 * 1000 + 2 * 1001,
      lineCount: 2,
    })
    expect(changed.body.orderId).toBe(order.body.orderId)
    expect(changed.headers.get('etag')).toBe('"2"')
    expect(await standing()).toEqual({ reserved: 9 * 1000 + 2 * 1001, used: 9, shown: 20 })
  })

  it('a change may use up its own share again', async () => {
    const order = await place({ limited: 10, scarce: 20 })
    const changed = await change(order, { limited: 10, scarce: 20, plain: 1 })
    expect(changed.status, changed.text).toBe(200)
    const over = await change(changed, { limited: 11, scarce: 21 })
    expect(over.body).toMatchObject({
      code: 'orders.lines_refused',
      errors: [
        { path: 'lines.0', code: 'orders.over_limit', facts: { limit: 10, left: 10, nearest: [10, 0] } },
        { path: 'lines.1', code: 'orders.supply_short', facts: { remaining: 20, nearest: [20, 0] } },
      ],
    })
  })

  it('money is judged as if it were free again', async () => {
    const order = await place({ plain: 90 })
    const changed = await change(order, { plain: 99 })
    expect(changed.body).toMatchObject({ version: 2, total: 99_198 })
    const over = await change(changed, { plain: 100 })
    expect(over.body.errors).toMatchObject([
      { code: 'orders.over_available', facts: { total: 100_200, available: 100_000, over: 200 } },
    ])
  })

  it('a stale version is told the current one', async () => {
    const order = await place({ plain: 1 })
    await change(order, { plain: 2 })
    const stale = await change(order, { plain: 3 })
    expect(stale.body).toMatchObject({
      status: 412,
      code: 'request.changed_meanwhile',
      facts: { current: 2 },
    })
    expect((await cancel(order)).body).toMatchObject({ status: 412, facts: { current: 2 } })
    expect(await standing()).toMatchObject({ reserved: 2 * 1002 })
  })

  it('the same change sent again is no second one', async () => {
    const order = await place({ plain: 1 })
    const [first, again] = [await change(order, { plain: 5 }), await change(order, { plain: 5 })]
    expect(again.status).toBe(200)
    expect(again.text).toBe(first.text)
    expect(await standing()).toMatchObject({ reserved: 5 * 1002 })
  })

  it('twenty changes at once, one of them wins', async () => {
    const order = await place({ plain: 1 })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => change(order, { plain: at + 2 })))
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19)
    expect(await standing()).toMatchObject({ reserved: won[0]?.body.total })
  })

  it('a change without its version is refused', async () => {
    const order = await place({ plain: 1 })
    const answer = await send(`/orders/${order.body.orderId}`, 'PUT', {
      body: { lines: linesOf({ plain: 2 }) },
    })
    expect(answer.body).toMatchObject({ status: 428, code: 'request.version_missing' })
  })
})

describe('cancelling an order', () => {
  it('all comes back and a new order is possible', async () => {
    const order = await place({ limited: 10, scarce: 20, plain: 2 })
    const cancelled = await cancel(order)
    expect(cancelled.body).toMatchObject({ state: 'cancelled', version: 2, total: 0, lines: [] })
    expect(await standing()).toEqual({ reserved: 0, used: 0, shown: 20 })
    const next = await place({ limited: 10, scarce: 20 })
    expect(next.body.orderId).not.toBe(order.body.orderId)
  })

  it('a cancelled order is never changed again', async () => {
    const order = await place({ plain: 1 })
    const cancelled = await cancel(order)
    for (const answer of [await change(cancelled, { plain: 2 }), await cancel(cancelled)]) {
      expect(answer.body).toMatchObject({
        status: 409,
        code: 'orders.not_changeable',
        facts: { state: 'cancelled' },
      })
    }
    expect((await cancel(order)).text).toBe(cancelled.text)
    expect(await standing()).toMatchObject({ reserved: 0 })
  })
})

describe('after the cut-off', () => {
  it('neither change nor cancellation is taken', async () => {
    const order = await place({ plain: 1 })
    world.pass(2 * 3600)
    for (const answer of [await change(order, { plain: 2 }), await cancel(order)]) {
      expect(answer.body).toMatchObject({ status: 422, errors: [{ code: 'orders.after_cut_off' }] })
    }
    expect(await standing()).toMatchObject({ reserved: 1002 })
  })

  it('the last millisecond counts, the next does not', async () => {
    const order = await place({ plain: 1 })
    world.pass(2 * 3600 - 0.001)
    expect((await change(order, { plain: 2 })).status).toBe(200)
    world.pass(0.001)
    expect((await change(order, { plain: 3 }, 2)).status).toBe(422)
  })

  it('the fence holds against a slow clock', async () => {
    const order = await place({ plain: 1 })
    await closeCustomerCycle(world, tester, shop.customerId, shop.cycleId)
    await closeCustomerCycle(world, tester, shop.customerId, shop.cycleId)
    world.pass(-120)
    const { customerId, cycleId } = shop
    const lines = linesOf({ plain: 1 })
    const placed = await send('/orders', 'POST', { body: { customerId, cycleId, lines } })
    for (const answer of [placed, await change(order, { plain: 2 }), await cancel(order)]) {
      expect(answer.status, answer.text).toBe(422)
      expect(answer.text).toContain('orders.after_cut_off')
    }
    const { body } = await call(`/orders/${order.body.orderId}`, { cookie: shop.cookie })
    expect(body).toMatchObject({ isChangeable: false, version: 1, state: 'placed' })
  })

  it('a close between reading and writing wins', async () => {
    const { customerId, cycleId } = shop
    let isClosed = false
    const getMany: typeof world.table.getMany = async (...asked) => {
      const items = await world.table.getMany(...asked)
      if (!isClosed) await closeCustomerCycle(world, tester, customerId, cycleId)
      isClosed = true
      return items
    }
    const input = { customerId, cycleId, lines: [{ productId: plain, quantity: 1 }] }
    const late = { ...world, table: { ...world.table, getMany } }
    await expect(placeOrder(late, tester, input, { key: 'late', fingerprint: 'late' })).rejects.toMatchObject(
      {
        code: 'orders.lines_refused',
        entries: [{ code: 'orders.after_cut_off' }],
      },
    )
    expect(await standing()).toMatchObject({ reserved: 0 })
    expect((await world.table.get(cycleUseKey(customerId, cycleId)))?.r).toBeUndefined()
  })
})
