import { beforeAll, describe, expect, it } from 'vitest'
import { Assortment } from '#shared/catalogue'
import type { CycleId, ProductId } from '#shared/ids'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCycle, aRelease, aSession, aShop, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call
let first: ProductId
let second: ProductId

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 3, { creditLimit: 50_000 })
  call = apiOf(world)
  const [one, two] = shop.products
  if (!one || !two) throw new Error('No products')
  ;[first, second] = [one, two]
})

async function assortment(): Promise<Assortment> {
  const cookie = await aSession(world, shop.owner, shop.customerId)
  return Assortment.parse((await call(`/customers/${shop.customerId}/assortment`, { cookie })).body)
}

async function order(cycleId: CycleId, quantity: number) {
  const cookie = await aSession(world, shop.owner, shop.customerId)
  const body = { customerId: shop.customerId, cycleId, lines: [{ productId: first, quantity }] }
  const answer = await call('/orders', { method: 'POST', cookie, body })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

describe('what a shop may order now', () => {
  it('without a release nothing is limited', async () => {
    const shown = await assortment()
    expect(shown).toMatchObject({
      limitsVersion: 0,
      available: 50_000,
      cycle: { cycleId: shop.cycleId, isOpen: true },
    })
    expect(shown.items.map(({ code, price }) => [code, price])).toEqual([
      ['P-1', 1000],
      ['P-2', 1001],
      ['P-3', 1002],
    ])
    expect(shown.items.every(({ limit, remaining }) => limit === undefined && remaining === undefined)).toBe(
      true,
    )
  })

  it('limits show how many shops share them', async () => {
    await aRelease(world, shop.cycleId, {
      limits: [{ productId: first, grade: 18, quantity: 10 }],
      shopsOfGrade: new Map([[18, 748]]),
      firstCome: [{ productId: second, quantity: 33 }],
    })
    const { items, limitsVersion, limitsPublishedAt } = await assortment()
    expect({ limitsVersion, limitsPublishedAt }).toEqual({
      limitsVersion: 1,
      limitsPublishedAt: world.clock.now(),
    })
    expect(items[0]).toMatchObject({ limit: { quantity: 10, shops: 748 }, usedElsewhere: 0 })
    expect(items[1]).toMatchObject({ remaining: 33 })
    expect(items[1]).not.toHaveProperty('isLow')
    expect(items[2]?.limit).toBeUndefined()
  })

  it('the order of the cycle is shown, its share free', async () => {
    const { orderId } = await order(shop.cycleId, 6)
    const shown = await assortment()
    expect(shown.currentOrder).toEqual({ orderId, version: 1 })
    expect(shown.available).toBe(50_000)
    expect(shown.items[0]).toMatchObject({ usedElsewhere: 0, limit: { quantity: 10 } })
  })

  it('the next cycle shows last quantities and new limits', async () => {
    world.pass(24 * 3600)
    const next = await aCycle(world)
    const limits = [{ productId: first, grade: 18, quantity: 4 }]
    await aRelease(world, next, { limits, shopsOfGrade: new Map([[18, 7]]) })
    const shown = await assortment()
    expect(shown.cycle?.cycleId).toBe(next)
    expect(shown.currentOrder).toBeUndefined()
    expect(shown.available).toBe(44_000)
    expect(shown.items[0]).toMatchObject({ limit: { quantity: 4, shops: 7 } })
    expect(shown.items[1]?.remaining).toBeUndefined()
  })

  it('a product taken off sale leaves the list', async () => {
    await someProducts(world, [{ code: 'P-3', state: 'suspended' }])
    expect((await assortment()).items.map(({ code }) => code)).toEqual(['P-1', 'P-2'])
  })
})

describe('an assortment that has not changed', () => {
  const asked = async (etag = '') => {
    const cookie = await aSession(world, shop.owner, shop.customerId)
    return call(`/customers/${shop.customerId}/assortment`, { cookie, headers: { 'if-none-match': etag } })
  }

  it('it is not sent again, and the clock is', async () => {
    const tag = String((await asked()).headers.get('etag'))
    expect(tag).toMatch(/^"[\w-]+"$/)
    world.pass(60)
    const again = await asked(tag)
    expect([again.status, again.text]).toEqual([304, ''])
    expect(again.headers.get('portal-now')).toBe(world.clock.now())
    expect((await asked(`W/${tag}`)).status).toBe(304)
  })

  it('an order or a new limit sends it anew', async () => {
    const tags = [String((await asked()).headers.get('etag'))]
    const { cycle } = await assortment()
    if (!cycle) throw new Error('No cycle')
    await order(cycle.cycleId, 2)
    tags.push(String((await asked()).headers.get('etag')))
    const limits = [{ productId: first, grade: 18, quantity: 5 }]
    await aRelease(world, cycle.cycleId, { limits, firstCome: [{ productId: second, quantity: 9 }] })
    tags.push(String((await asked()).headers.get('etag')))
    world.pass(4 * 3600)
    tags.push(String((await asked()).headers.get('etag')))
    expect(new Set(tags).size).toBe(4)
  })
})
