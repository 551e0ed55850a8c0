import { beforeEach, describe, expect, it } from 'vitest'
import { getCompany } from '#accounts'
import {
  productIdOfCode,
  productOfBarcode,
  publishCatalogue,
  publishedKey,
  publishedOffers,
  readPublished,
  savePrice,
  saveProduct,
} from '#catalogue'
import type { World } from '#platform/world'
import { onePrice } from '#shared/price-rules'
import { pageOfProducts } from '../../functions/catalogue/list-products.ts'
import { aCompany, someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
})

const plain = {
  name: { zh: '商品', en: 'Product' },
  unit: { zh: '条', en: 'carton' },
  category: 'other',
  brand: '',
  glyph: '品',
  colour: '#355487',
  minimum: 1,
  multiple: 1,
  taxRate: 1300,
}

const offersOf = async (of: World, on: '2026-11-25' | '2026-11-26') => {
  const customer = { customerId: 'cus_0123456789ABCDEF', unitPath: 'hq', priceList: 'standard' } as const
  const published = readPublished(await of.table.get(publishedKey))
  return publishedOffers(of, published, { customer, agreement: undefined, on })
}

describe('what storing costs', () => {
  it('a product with two barcodes is one transaction', async () => {
    const table = world.table.metered()
    const unit = { zh: '条', en: 'carton' }
    await saveProduct({ ...world, table }, tester, {
      code: 'P',
      name: { zh: '商品', en: 'Product' },
      unit,
      packs: [{ unit, contains: 50, barcode: '10614141000415' }],
      barcode: '96385074',
      category: 'other',
      brand: '',
      glyph: '品',
      colour: '#355487',
      minimum: 1,
      multiple: 1,
      taxRate: 1300,
    })
    console.log('save a product with two barcodes', table.spent)
    expect(table.spent.roundTrips).toBe(2)
    expect(table.spent.writeUnits).toBeLessThanOrEqual(10)
    expect(await productOfBarcode(world.table, '96385074')).toBe(productIdOfCode('P'))
  })

  it('a price costs two reads and one transaction', async () => {
    await someProducts(world, [{ code: 'A' }])
    const table = world.table.metered()
    const breaks = onePrice(7)
    await savePrice({ ...world, table }, tester, {
      list: 'standard',
      productId: productIdOfCode('A'),
      breaks,
    })
    expect(table.spent.roundTrips).toBe(3)
    expect(table.spent.writeUnits).toBeLessThanOrEqual(6)
  })

  it('a page of many products reads a page', async () => {
    const codes = Array.from({ length: 200 }, (_, at) => `N-${String(at).padStart(4, '0')}`)
    await Promise.all(codes.map((code) => saveProduct(world, tester, { ...plain, code })))
    const table = world.table.metered()
    const first = await pageOfProducts({ ...world, table }, 'x', { limit: 25 })
    console.log('a page of 25 products of 200', table.spent)
    expect(first.items.map(({ code }) => code)).toEqual(codes.slice(0, 25))
    expect(table.spent.roundTrips).toBeLessThanOrEqual(5)
    expect(table.spent.readUnits).toBeLessThanOrEqual(35)
    const found = await pageOfProducts(world, 'x', { limit: 25, text: 'n-0199' })
    expect(found).toMatchObject({ items: [{ code: 'N-0199' }], nextCursor: undefined })
  })

  it('pages of products follow their codes, whatever these hold', async () => {
    const codes = ['1', '10', '2', 'A', 'A 1', 'A!', 'A#1', 'A%', 'A-1', 'a', '云-1', '云-2', '货']
    await Promise.all(codes.map((code) => saveProduct(world, tester, { ...plain, code })))
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await pageOfProducts(world, 'x', { limit: 2, cursor })
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map(({ code }) => code))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen.toSorted()).toEqual(codes.toSorted())
    const sure = seen.filter((code) => !/[#%]/.test(code))
    expect(sure).toEqual(sure.toSorted())
  })

  it('the next day reads nothing from the table', async () => {
    await someProducts(world, [{ code: 'A' }])
    await offersOf(world, '2026-11-25')
    const table = world.table.metered()
    const offers = await offersOf({ ...world, table }, '2026-11-26')
    expect(offers.all()).toHaveLength(1)
    expect(table.spent.roundTrips).toBe(1)
  })

  it('long lists are cut into chunks below an item', async () => {
    const codes = Array.from({ length: 30 }, (_, at) => `L-${at}`)
    await someProducts(
      world,
      codes.map((code) => ({
        code,
        audience: {
          customers: Array.from({ length: 500 }, (_, at) => `cus_${String(at).padStart(16, '0')}` as const),
        },
      })),
    )
    const { products } = readPublished(await world.table.get(publishedKey)) ?? {}
    const chunks = await world.table.queryAll(
      { room: '', name: '', question: '', read: 'query', pk: 'CV#{s}', sk: 'N#{c}' } as const,
      { s: products ?? '' },
    )
    expect(chunks.length).toBeGreaterThan(1)
    for (const chunk of chunks) expect(Buffer.byteLength(JSON.stringify(chunk))).toBeLessThan(400_000)
  })
})

describe('what was stored before', () => {
  it('old snapshots are still ordered from', async () => {
    const [productId] = await someProducts(world, [{ code: 'A' }])
    if (!productId) throw new Error('No product')
    const {
      packs: _p,
      pictures: _i,
      substitutes: _s,
      ...card
    } = {
      ...(await world.table.get({ pk: 'PRD', sk: `P#${productId.slice(4)}` })),
    } as Record<string, unknown>
    const { state: _state, version: _v, ...old } = card
    const products = { k: 'catalogue-products', s: 1, products: [old], pk: 'CV#old', sk: 'N#0000000' }
    const prices = {
      k: 'catalogue-prices',
      s: 1,
      prices: { [productId]: 1234 },
      pk: 'PV#old',
      sk: 'N#0000000',
    }
    for (const put of [products, prices]) await world.table.commit([{ put }])
    const pointer = { products: 'old', prices: { standard: 'old' } }
    await world.table.commit([{ update: publishedKey, change: { set: pointer } }])
    const [offer] = (await offersOf(world, '2026-11-25')).all()
    expect(offer).toMatchObject({ product: { code: 'A', state: 'on-sale' }, breaks: onePrice(1234) })
    await publishCatalogue(world, tester, [])
    expect((await offersOf(world, '2026-11-25')).all()).toMatchObject([{ breaks: onePrice(1000) }])
  })

  it('an old company has its tax in the price', async () => {
    const { pricesIncludeTax: _, ...old } = await aCompany(world)
    await world.table.commit([{ put: { ...old, k: 'company', s: 1, pk: 'COMPANY', sk: 'SETTINGS' } }])
    expect((await getCompany(world)).pricesIncludeTax).toBe(true)
  })
})
