import { beforeAll, describe, expect, it } from 'vitest'
import type { CustomerInput } from '#accounts'
import { saveCycle } from '#calendar'
import type { CustomerId, CycleId, ProductId } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { type Answer, apiOf, type Call } from '../support/api-client.ts'
import { aCustomer, aCycle, aMember, aRelease, aSession, aShop, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let call: Call
let cycleId: CycleId
let limited: ProductId
let packed: ProductId
let scarce: ProductId
let ended: ProductId

beforeAll(async () => {
  world = await aWorld()
  const shop = await aShop(world, 1, { code: 'first' })
  cycleId = shop.cycleId
  const products = [
    { code: 'L' },
    { code: 'M', minimum: 48, multiple: 24, price: 250 },
    { code: 'S' },
    { code: 'E', state: 'ended' },
  ] as const
  const ids = await someProducts(world, products)
  const [first, second, third, fourth] = ids
  if (!first || !second || !third || !fourth) throw new Error('No products')
  ;[limited, packed, scarce, ended] = [first, second, third, fourth]
  await aRelease(world, cycleId, {
    limits: [{ productId: limited, grade: 18, quantity: 2 }],
    shopsOfGrade: new Map([[18, 748]]),
    firstCome: [{ productId: scarce, quantity: 3 }],
  })
  call = apiOf(world)
})

let shops = 0
async function aShopWith(
  settings: Partial<CustomerInput> = {},
): Promise<{ customerId: CustomerId; cookie: string }> {
  const customerId = await aCustomer(world, `shop-${++shops}`, settings)
  return { customerId, cookie: await aSession(world, await aMember(world, customerId), customerId) }
}

type Line = [productId: string, quantity: number]
async function place(
  lines: Line[],
  settings: Partial<CustomerInput> = {},
  more: object = {},
): Promise<Answer> {
  const { customerId, cookie } = await aShopWith(settings)
  const asked = lines.map(([productId, quantity]) => ({ productId, quantity }))
  const body = { customerId, cycleId, lines: asked, ...more }
  const answer = await call('/orders', { method: 'POST', cookie, body, headers: { 'accept-language': 'en' } })
  const { body: list } = await call(`/customers/${customerId}/orders`, { cookie })
  expect(list.items).toHaveLength(answer.status === 201 ? 1 : 0)
  return answer
}

describe('an order that breaks a rule', () => {
  it('over its limit names limit, grade and shops', async () => {
    const { body } = await place([[limited, 5]])
    expect(body).toMatchObject({ status: 422, code: 'orders.lines_refused', facts: { count: 1 } })
    expect(body.errors).toEqual([
      {
        path: 'lines.0',
        code: 'orders.over_limit',
        productId: limited,
        facts: {
          ...{ grade: 18, limit: 2, left: 2, shops: 748, nearest: [2, 0] },
          given: { zh: '2 条', en: '2 × carton' },
          ...{ version: 1, publishedAt: world.clock.now() },
        },
        message: 'Grade 18 gets 2 × carton this cycle, as do 748 shops of the same grade. Enter 2 or 0.',
      },
    ])
    expect((await place([[limited, 2]])).status).toBe(201)
  })

  it('a grade without a share gets none', async () => {
    const { body } = await place([[limited, 1]], { grade: 3 })
    expect(body.errors).toMatchObject([
      { code: 'orders.over_limit', facts: { grade: 3, limit: 0, nearest: [0] } },
    ])
  })

  it('off its multiple names the neighbours', async () => {
    const { body } = await place([[packed, 50]])
    const [error] = Array.isArray(body.errors) ? body.errors : []
    expect(error).toMatchObject({ code: 'orders.quantity_off_multiple', facts: { nearest: [48, 72] } })
    expect(error.message).toBe('At least 48, in steps of 24. Enter 48 or 72.')
    expect((await place([[packed, 72]])).status).toBe(201)
  })

  it('over what is available names the over-run', async () => {
    const { body } = await place([[packed, 48]], { creditLimit: 10_000, balance: 500 })
    expect(body.errors).toMatchObject([
      {
        code: 'orders.over_available',
        facts: { total: 12_000, available: 10_500, over: 1_500 },
        message: 'The total is ¥120.00, ¥105.00 is available: ¥15.00 too much. Reduce the quantities.',
      },
    ])
    expect((await place([[packed, 48]], { creditLimit: 12_000 })).status).toBe(201)
  })

  it('more than is left names what is left', async () => {
    const { body } = await place([[scarce, 4]])
    expect(body.errors).toMatchObject([
      { code: 'orders.supply_short', facts: { remaining: 3, nearest: [3, 0] } },
    ])
    expect((await place([[scarce, 3]])).status).toBe(201)
    const { body: none } = await place([[scarce, 1]])
    expect(none.errors).toMatchObject([
      { code: 'orders.supply_short', facts: { remaining: 0, nearest: [0] } },
    ])
  })

  it('a shop on hold is told why', async () => {
    const { body } = await place([[packed, 48]], { holdReason: '证照过期' })
    expect(body.errors).toMatchObject([
      {
        code: 'orders.on_hold',
        facts: { reason: '证照过期' },
        message: 'Ordering is on hold for this shop: 证照过期',
      },
    ])
  })

  it('a product not on sale, or unknown, is unavailable', async () => {
    const { body } = await place([
      [ended, 1],
      ['prd_0000000000000000', 1],
    ])
    expect(body.errors).toMatchObject([
      { path: 'lines.0', code: 'orders.product_unavailable', productId: ended },
      { path: 'lines.1', code: 'orders.product_unavailable' },
    ])
  })

  it('another batch, and a window to come', async () => {
    const { body } = await place([[packed, 48]], { batch: 'mon' })
    expect(body.errors).toMatchObject([
      { code: 'orders.wrong_batch', facts: { cycleBatch: 'daily', batch: 'mon' } },
    ])
    const now = world.clock.now()
    const next = {
      batch: 'daily',
      date: '2026-11-28',
      opensAt: addSeconds(now, 0.001),
      closesAt: addSeconds(now, 9),
    } as const
    await saveCycle(world, next)
    const early = await place([[packed, 48]], {}, { cycleId: 'cyc_daily-2026-11-28' })
    expect(early.body.errors).toMatchObject([
      { code: 'orders.not_open_yet', facts: { opensAt: next.opensAt } },
    ])
  })

  it('more lines than an order holds are refused', async () => {
    const lines = Array.from({ length: 501 }, (_, at): Line => [`prd_${String(at).padStart(16, '0')}`, 1])
    const { body } = await place(lines, {})
    expect(body).toMatchObject({ status: 422, code: 'orders.lines_refused' })
    expect(body.errors).toContainEqual({
      path: '',
      code: 'orders.too_many_lines',
      facts: { most: 500, count: 501, excess: 1 },
      message: 'An order holds at most 500 lines, and there are 501. Take out 1.',
    })
  })

  it('a cycle that is not planned is not found', async () => {
    const answer = await place([[packed, 48]], {}, { cycleId: 'cyc_daily-2031-01-01' })
    expect(answer.body).toMatchObject({ status: 404, code: 'calendar.cycle_not_found' })
  })

  it('five broken rules are named at once', async () => {
    const lines: Line[] = [
      [limited, 3],
      [packed, 50],
      [scarce, 9],
      [ended, 1],
      [limited, -1],
    ]
    const { body } = await place(
      lines,
      { holdReason: '证照过期', batch: 'tue', creditLimit: 1 },
      { seenTotal: 7 },
    )
    const errors: Array<{ path: string; code: string }> = Array.isArray(body.errors) ? body.errors : []
    expect(body.facts).toEqual({ count: errors.length })
    expect(errors.map(({ path, code }) => `${path} ${code.slice('orders.'.length)}`).sort()).toEqual([
      ' on_hold',
      ' over_available',
      ' price_changed',
      ' wrong_batch',
      'lines.0 over_limit',
      'lines.1 quantity_off_multiple',
      'lines.2 supply_short',
      'lines.3 product_unavailable',
      'lines.4 product_repeated',
      'lines.4 quantity_invalid',
    ])
  })
})

describe('what stands at submit', () => {
  it('a price seen that no longer holds is refused', async () => {
    const { body } = await place([[packed, 48]], {}, { seenTotal: 11_999 })
    expect(body.errors).toMatchObject([
      { code: 'orders.price_changed', facts: { seen: 11_999, total: 12_000 } },
    ])
    expect((await place([[packed, 48]], {}, { seenTotal: 12_000 })).status).toBe(201)
  })

  it('a second cycle has limits of its own', async () => {
    const other = await aCycle(world, 'evening')
    const { customerId, cookie } = await aShopWith({ batch: 'evening' })
    const body = { customerId, cycleId: other, lines: [{ productId: limited, quantity: 50 }] }
    expect((await call('/orders', { method: 'POST', cookie, body })).status).toBe(201)
  })
})
