import { beforeEach, describe, expect, it } from 'vitest'
import {
  productIdOfCode,
  publishCatalogue,
  saveAgreement,
  savePrice,
  savePriceList,
  saveProduct,
} from '#catalogue'
import { placeOrder } from '#orders'
import { Assortment } from '#shared/catalogue'
import type { ProductId } from '#shared/ids'
import { onePrice } from '#shared/price-rules'
import { apiOf, type Call } from '../support/api-client.ts'
import {
  type AShop,
  aCompany,
  aCustomer,
  aCycle,
  aMember,
  aSession,
  aShop,
  someProducts,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const ladder = [
  { atLeast: 1, price: 1000 },
  { atLeast: 10, price: 900 },
]
let world: FakeWorld
let shop: AShop
let call: Call
let first: ProductId

// 23:00 in Shanghai: midnight is an hour away.
beforeEach(async () => {
  world = await aWorld({ now: '2026-11-30T15:00:00.000Z' })
  shop = await aShop(world, 2)
  await aCompany(world, { oneOrderACycle: false })
  call = apiOf(world)
  first = productIdOfCode('P-1')
})

const rowsOf = async (body: unknown) => Assortment.parse(body).items.map(({ code, price }) => [code, price])
const assortment = async (cookie = shop.cookie, customerId = shop.customerId) =>
  (await call(`/customers/${customerId}/assortment`, { cookie })).body
const order = (quantity: number, more: object = {}) =>
  call('/orders', {
    method: 'POST',
    cookie: shop.cookie,
    body: {
      customerId: shop.customerId,
      cycleId: shop.cycleId,
      lines: [{ productId: first, quantity }],
      ...more,
    },
  })
const price = (list: string, minor: number, more: object = {}) =>
  savePrice(world, tester, { list, productId: first, breaks: onePrice(minor), ...more })

describe('a price of tomorrow', () => {
  it('begins at midnight of the company’s zone', async () => {
    await price('standard', 1200, { from: '2026-12-01' })
    await publishCatalogue(world, tester, [])
    world.setNow('2026-11-30T15:59:59.999Z')
    expect((await order(1)).body).toMatchObject({ total: 1000, placedAt: '2026-11-30T15:59:59.999Z' })
    expect(await rowsOf(await assortment())).toContainEqual(['P-1', 1000])
    world.setNow('2026-11-30T16:00:00.000Z')
    expect((await order(1)).body).toMatchObject({ total: 1200, placedAt: '2026-11-30T16:00:00.000Z' })
    expect(await rowsOf(await assortment())).toContainEqual(['P-1', 1200])
  })

  it('refuses the total that was seen yesterday', async () => {
    await price('standard', 1200, { from: '2026-12-01' })
    await publishCatalogue(world, tester, [])
    world.setNow('2026-11-30T16:00:00.000Z')
    const late = await order(1, { seenTotal: 1000 })
    expect(late.body).toMatchObject({
      errors: [{ code: 'orders.price_changed', facts: { seen: 1000, total: 1200 } }],
    })
  })

  it('ends at the midnight of its last day', async () => {
    await price('standard', 800, { from: '2026-11-20', until: '2026-12-01' })
    await publishCatalogue(world, tester, [])
    expect((await order(1)).body.total).toBe(800)
    world.setNow('2026-11-30T16:00:00.000Z')
    expect((await order(1)).body.total).toBe(1000)
  })
})

describe('whose price holds', () => {
  it('the nearest level wins, field by field', async () => {
    for (const [list, level] of [
      ['grouped', 'group'],
      ['all', 'company'],
    ] as const)
      await savePriceList(world, tester, { list, name: { zh: list, en: list }, level })
    const far = await aCustomer(world, 'far', { priceList: 'none', groupList: 'grouped' })
    const farCookie = await aSession(world, await aMember(world, far), far)
    await price('all', 3000, { minimum: 6, multiple: 3 })
    await publishCatalogue(world, tester, [])
    expect(Assortment.parse(await assortment(farCookie, far)).items).toMatchObject([
      { code: 'P-1', price: 3000, minimum: 6, multiple: 3 },
    ])
    await price('grouped', 2500)
    await publishCatalogue(world, tester, [])
    expect(Assortment.parse(await assortment(farCookie, far)).items).toMatchObject([
      { price: 2500, minimum: 6 },
    ])
    await saveAgreement(world, tester, { customerId: far, rows: [{ productId: first, minimum: 3 }] })
    expect(Assortment.parse(await assortment(farCookie, far)).items).toMatchObject([
      { price: 2500, minimum: 3, multiple: 3 },
    ])
    expect(Assortment.parse(await assortment()).items[0]).toMatchObject({ price: 1000, minimum: 6 })
  })

  it('an agreement holds at once and for one alone', async () => {
    const rows = [{ productId: first, breaks: onePrice(500), until: '2026-12-01' as const }]
    await saveAgreement(world, tester, { customerId: shop.customerId, rows })
    expect((await order(2)).body.total).toBe(1000)
    const other = await aCustomer(world, 'other')
    const otherCookie = await aSession(world, await aMember(world, other), other)
    expect(await rowsOf(await assortment(otherCookie, other))).toContainEqual(['P-1', 1000])
    world.setNow('2026-11-30T16:00:00.000Z')
    expect((await order(2)).body.total).toBe(2000)
  })

  it('placing with an agreement stays two round trips', async () => {
    const rows = [{ productId: first, breaks: ladder }]
    await saveAgreement(world, tester, { customerId: shop.customerId, rows })
    await assortment()
    const table = world.table.metered()
    const asked = {
      customerId: shop.customerId,
      cycleId: shop.cycleId,
      lines: [{ productId: first, quantity: 10 }],
    }
    await placeOrder({ ...world, table }, tester, asked, { key: 'k', fingerprint: 'f' })
    expect(table.spent).toMatchObject({ roundTrips: 2 })
    expect(table.spent.readUnits).toBeLessThanOrEqual(4)
  })
})

describe('quantity breaks', () => {
  it('page and order pay the same break', async () => {
    await price('standard', 0, { breaks: ladder })
    await publishCatalogue(world, tester, [])
    expect(Assortment.parse(await assortment()).items[0]).toMatchObject({ price: 1000, breaks: ladder })
    expect((await order(9)).body.total).toBe(9000)
    const { body } = await order(10, { seenTotal: 9000 })
    expect(body).toMatchObject({ total: 9000, lines: [{ price: 900, amount: 9000, quantity: 10 }] })
  })

  it('a changed order moves to its new break', async () => {
    await price('standard', 0, { breaks: ladder })
    await publishCatalogue(world, tester, [])
    const { body } = await order(9)
    const changed = await call(`/orders/${body.orderId}`, {
      method: 'PUT',
      cookie: shop.cookie,
      headers: { 'if-match': '"1"' },
      body: { lines: [{ productId: first, quantity: 10 }] },
    })
    expect(changed.body).toMatchObject({ total: 9000, lines: [{ price: 900 }] })
  })
})

describe('tax of an order', () => {
  it('is within the price unless the company says else', async () => {
    expect((await order(113)).body).toMatchObject({
      total: 113_000,
      net: 100_000,
      tax: 13_000,
      lines: [{ isTaxIncluded: true, taxRate: 1300, tax: 13_000 }],
    })
  })

  it('comes on top where prices are net', async () => {
    await aCompany(world, { oneOrderACycle: false, pricesIncludeTax: false })
    expect(Assortment.parse(await assortment()).items[0]).toMatchObject({
      price: 1000,
      isNet: true,
      taxRate: 1300,
    })
    const { body } = await order(3, { seenTotal: 3390 })
    expect(body).toMatchObject({
      total: 3390,
      net: 3000,
      tax: 390,
      lines: [{ amount: 3000, isTaxIncluded: false, tax: 390 }],
    })
    await aCompany(world, { oneOrderACycle: false })
    const read = await call(`/orders/${body.orderId}`, { cookie: shop.cookie })
    expect(read.body).toMatchObject({ total: 3390, tax: 390, lines: [{ isTaxIncluded: false }] })
  })
})

describe('who sees a product', () => {
  it('sheet and order ask the same audience', async () => {
    await someProducts(world, [{ code: 'P-1', audience: { grades: { from: 20 } } }])
    expect(await rowsOf(await assortment())).toEqual([['P-2', 1001]])
    expect((await order(1)).body).toMatchObject({ errors: [{ code: 'orders.product_unavailable' }] })
    const high = await aCustomer(world, 'high', { grade: 25 })
    const cookie = await aSession(world, await aMember(world, high), high)
    expect(await rowsOf(await assortment(cookie, high))).toContainEqual(['P-1', 1000])
  })

  it.each([
    [{ kinds: ['distributor' as const] }, false],
    [{ kinds: ['retailer' as const] }, true],
    [{ formats: ['便利店'] }, true],
    [{ classes: ['B'] }, false],
    [{ units: ['hq/53'] }, true],
  ])('with audience %j a shop sees it: %s', async (audience, isSeen) => {
    const customerId = await aCustomer(world, 'one', { format: '便利店', customerClass: 'A' })
    const cookie = await aSession(world, await aMember(world, customerId), customerId)
    await someProducts(world, [{ code: 'P-1', audience }])
    expect((await rowsOf(await assortment(cookie, customerId))).some(([code]) => code === 'P-1')).toBe(isSeen)
  })

  it('a product taken off sale is gone at once', async () => {
    const looks = { glyph: '品', colour: '#355487', category: 'other', brand: '' }
    const counts = { unit: { zh: '条', en: 'carton' }, minimum: 1, multiple: 1, taxRate: 1300 }
    const kept = { code: 'P-1', name: { zh: '商品P-1', en: 'Product P-1' }, ...looks, ...counts }
    await saveProduct(world, tester, { ...kept, state: 'suspended' })
    expect(await rowsOf(await assortment())).toEqual([['P-2', 1001]])
    expect((await order(1)).body).toMatchObject({ errors: [{ code: 'orders.product_unavailable' }] })
    await saveProduct(world, tester, { ...kept, state: 'on-sale' })
    expect(await rowsOf(await assortment())).toEqual([['P-2', 1001]])
    await publishCatalogue(world, tester, [])
    expect(await rowsOf(await assortment())).toHaveLength(2)
  })

  it('a substitute that is not its own stays hidden', async () => {
    await someProducts(world, [
      { code: 'P-1', substitutes: [productIdOfCode('P-2')] },
      { code: 'P-2', audience: { grades: { from: 20 } } },
    ])
    expect(Assortment.parse(await assortment()).items).toMatchObject([{ code: 'P-1', substitutes: [] }])
  })

  it('its packs, substitutes and tax reach the page', async () => {
    const packs = [{ unit: { zh: '件', en: 'case' }, contains: 50 }]
    await someProducts(world, [{ code: 'P-1', packs, substitutes: [productIdOfCode('P-2')] }])
    await aCycle(world)
    const [item] = Assortment.parse(await assortment()).items
    expect(item).toMatchObject({ packs, substitutes: [productIdOfCode('P-2')], taxRate: 1300 })
    expect(item).not.toHaveProperty('audience')
    expect(item).not.toHaveProperty('state')
  })
})
