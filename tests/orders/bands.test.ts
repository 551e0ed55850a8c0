import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Assortment } from '#shared/catalogue'
import type { CustomerId, ProductId } from '#shared/ids'
import { type AskedLine, orderTotal } from '#shared/order-rules'
import { judgeSheet } from '../../web/src/features/orders/entry/send/judge-sheet.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import {
  type AShop,
  aCustomer,
  aCycle,
  aMember,
  aRelease,
  aSession,
  aShop,
  someProducts,
  someStaff,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call
let products: ProductId[]

const limits = [12, 8, 6, 20]

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 1)
  call = apiOf(world)
  products = await someProducts(world, [
    { code: 'B-1' },
    { code: 'B-2' },
    { code: 'B-3', minimum: 4, multiple: 2 },
    { code: 'L-1' },
    { code: 'F-1' },
    {
      code: 'N-1',
      minimum: 10,
      multiple: 5,
      breaks: [
        { atLeast: 1, price: 900 },
        { atLeast: 20, price: 700 },
      ],
    },
  ])
})

const plan = () => ({
  limits: products.slice(0, 4).map((productId, at) => ({ productId, grade: 18, quantity: limits[at] ?? 0 })),
  shopsOfGrade: new Map([[18, 748]]),
  firstCome: products.slice(4, 5).map((productId) => ({ productId, quantity: 30 })),
  bands: [{ code: '200-300', products: products.slice(0, 3) }],
  boosted: products.slice(0, 4),
})

let shops = 0
async function anotherShop(settings: Parameters<typeof aCustomer>[2] = {}) {
  const customerId = await aCustomer(world, `band-${++shops}`, settings)
  return { customerId, cookie: await aSession(world, await aMember(world, customerId), customerId) }
}

async function assortmentOf({ customerId, cookie }: { customerId: CustomerId; cookie: string }) {
  return Assortment.parse((await call(`/customers/${customerId}/assortment`, { cookie })).body)
}

describe('a price band of a release', () => {
  beforeAll(() => aRelease(world, shop.cycleId, plan()))

  it('its cap is the limits together by 1.3', async () => {
    const { bands, items } = await assortmentOf(await anotherShop())
    expect(bands).toEqual([{ code: '200-300', cap: 20, usedElsewhere: 0 }])
    expect(items.filter(({ band }) => band === '200-300').map(({ code }) => code)).toEqual([
      'B-1',
      'B-2',
      'B-3',
    ])
  })

  it('staff are told what its products cost', async () => {
    const { customerId } = await anotherShop()
    const staff = await someStaff(world, [{ role: 'account-manager', unitPath: 'hq' }])
    const path = `/customers/${customerId}/limits`
    const { body } = await call(path, { cookie: await aSession(world, staff) })
    expect(body.bands).toMatchObject([
      { code: '200-300', members: [{ price: 1000, unit: { zh: '条' } }, {}, {}] },
    ])
  })

  it('a cap that the release names goes before', async () => {
    const cycleId = await aCycle(world, 'weekly-2')
    const bands = [{ code: 'x', products: products.slice(0, 2), caps: [{ grade: 18, quantity: 7 }] }]
    await aRelease(world, cycleId, { ...plan(), bands })
    const { bands: shown } = await assortmentOf(await anotherShop({ batch: 'weekly-2' }))
    expect(shown).toEqual([{ code: 'x', cap: 7, usedElsewhere: 0 }])
  })

  it('over it the server names what would fit', async () => {
    const { customerId, cookie } = await anotherShop()
    const place = (quantities: number[]) =>
      call('/orders', {
        method: 'POST',
        cookie,
        body: {
          customerId,
          cycleId: shop.cycleId,
          lines: quantities.map((quantity, at) => ({ productId: products[at], quantity })),
        },
      })
    const { body } = await place([12, 8, 6])
    expect(body.errors).toMatchObject([
      {
        path: 'lines.2',
        code: 'orders.over_band',
        facts: { band: '200-300', cap: 20, elsewhere: 0, room: 20, asked: 26, nearest: [0] },
      },
    ])
    expect((await place([12, 8])).status).toBe(201)
    const { bands } = await assortmentOf({ customerId, cookie })
    expect(bands).toEqual([{ code: '200-300', cap: 20, usedElsewhere: 0 }])
  })

  it('a shop of every other week gets twice as much', async () => {
    await aRelease(world, await aCycle(world, 'odd-3'), plan())
    const { items, bands } = await assortmentOf(await anotherShop({ batch: 'odd-3' }))
    expect(items[0]?.limit).toEqual({ quantity: 24, shops: 748, isDoubled: true })
    expect(bands).toMatchObject([{ cap: 40 }])
    const cycleId = await aCycle(world, 'batch-0', { isBiweekly: true })
    await aRelease(world, cycleId, plan())
    const second = await assortmentOf(await anotherShop({ batch: 'batch-0' }))
    expect(second.items[0]?.limit).toMatchObject({ quantity: 24, isDoubled: true })
    const weekly = await assortmentOf(await anotherShop())
    expect(weekly.items[0]?.limit).toEqual({ quantity: 12, shops: 748 })
  })
})

describe('page and server', () => {
  beforeAll(() => aRelease(world, shop.cycleId, plan()))

  const Entry = z.object({ path: z.string(), code: z.string(), facts: z.record(z.string(), z.unknown()) })

  it('they refuse the same with the same numbers', async () => {
    const quantities = fc.array(fc.oneof(fc.nat(30), fc.constant(0)), { minLength: 6, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(quantities, fc.nat(40_000), async (asked, creditLimit) => {
        const who = await anotherShop({ creditLimit })
        const assortment = await assortmentOf(who)
        const offers = new Map(assortment.items.map((item) => [item.productId, item]))
        const lines: AskedLine[] = products.map((productId, at) => ({ productId, quantity: asked[at] ?? 0 }))
        const typed = Object.fromEntries(
          lines.map(({ productId, quantity }) => [productId, String(quantity)]),
        )
        const page = judgeSheet({ typed, assortment, offers, receivedAt: Date.now(), phase: 'open' })
        const filled = lines.filter(({ quantity }) => quantity > 0)
        const seenTotal = orderTotal(filled, (productId) => offers.get(productId))
        expect(page.total).toBe(seenTotal)
        if (filled.length === 0) return
        const body = { customerId: who.customerId, cycleId: shop.cycleId, lines: filled, seenTotal }
        const answer = await call('/orders', { method: 'POST', cookie: who.cookie, body })
        const told = z.array(Entry).parse(answer.body.errors ?? [])
        const here = [...page.byProduct.values()].flat().concat(page.whole)
        const sorted = (found: Array<[string, unknown]>) => found.map((one) => JSON.stringify(one)).sort()
        expect(sorted(told.map(({ code, facts }) => [code, facts]))).toEqual(
          sorted(here.map(({ code, facts }) => [code, facts])),
        )
        expect(answer.status).toBe(here.length > 0 ? 422 : 201)
      }),
      { numRuns: 40 },
    )
  })
})
