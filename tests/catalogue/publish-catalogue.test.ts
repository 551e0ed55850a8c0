import { beforeEach, describe, expect, it } from 'vitest'
import {
  productIdOfCode,
  publishCatalogue,
  publishedKey,
  publishedOffers,
  publishedProducts,
  readPublished,
  savePrice,
} from '#catalogue'
import type { World } from '#platform/world'
import { onePrice } from '#shared/price-rules'
import {
  pricesOfSnapshot,
  productsOfSnapshot,
  putPriceSnapshot,
  putProductSnapshot,
} from '../../functions/catalogue/snapshot-store.ts'
import { someProducts } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld

beforeEach(async () => {
  world = await aWorld()
})

const published = async (of: World = world) =>
  readPublished(await of.table.get(publishedKey, { isStrong: true }))

const asShop = (priceList: string) => ({
  customer: { customerId: 'cus_0123456789ABCDEF' as const, unitPath: 'hq', priceList },
  agreement: undefined,
  on: '2026-11-25' as const,
})

async function pricesOf(list = 'standard'): Promise<Array<[string, number | undefined]>> {
  const offers = await publishedOffers(world, await published(), asShop(list))
  return offers.all().map(({ product, breaks }) => [product.code, breaks[0]?.price])
}

const price = (code: string, minor: number, list = 'standard') =>
  savePrice(world, tester, { list, productId: productIdOfCode(code), breaks: onePrice(minor) })

describe('publishing the catalogue', () => {
  it('a price holds from the next publication on', async () => {
    await someProducts(world, [{ code: 'A', price: 1000 }])
    await price('A', 1100)
    expect(await pricesOf()).toEqual([['A', 1000]])
    await publishCatalogue(world, tester, ['standard'])
    expect(await pricesOf()).toEqual([['A', 1100]])
  })

  it('an older snapshot stays as it was', async () => {
    await someProducts(world, [{ code: 'A', price: 1000 }])
    const before = await published()
    await price('A', 1100)
    await someProducts(world, [{ code: 'B' }])
    const again = await aWorld({ tableName: world.config.tableName })
    const old = await publishedOffers(again, before, asShop('standard'))
    expect(old.all().map(({ breaks }) => breaks)).toEqual([onePrice(1000)])
    expect((await published())?.version).toBe((before?.version ?? 0) + 1)
  })

  it('products off sale are gone after publication', async () => {
    await someProducts(world, [{ code: 'A' }, { code: 'B' }, { code: 'C' }])
    for (const [code, state] of [
      ['A', 'suspended'],
      ['B', 'ended'],
      ['C', 'ended'],
    ] as const) {
      await someProducts(world, [{ code, state }])
    }
    await someProducts(world, [{ code: 'C', state: 'draft' }])
    expect(await pricesOf()).toEqual([])
    await someProducts(world, [{ code: 'A', state: 'on-sale' }])
    expect(await pricesOf()).toEqual([['A', 1000]])
  })

  it('two publishers at once lose no change', async () => {
    await someProducts(world, [{ code: 'A', price: 1000 }])
    const other = await aWorld({ tableName: world.config.tableName })
    await price('A', 1100)
    await price('A', 900, 'large')
    const lists = ['standard', 'large']
    const both = await Promise.allSettled(
      lists.map((list, at) => publishCatalogue(at === 0 ? world : other, tester, [list])),
    )
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true)
    for (const [at, result] of both.entries()) {
      if (result.status === 'fulfilled') continue
      expect(result.reason).toMatchObject({ code: 'request.changed_meanwhile' })
      await publishCatalogue(world, tester, lists.slice(at, at + 1))
    }
    expect(await pricesOf('standard')).toEqual([['A', 1100]])
    expect(await pricesOf('large')).toEqual([['A', 900]])
  })

  it('a list once published stays in force', async () => {
    await someProducts(world, [{ code: 'A', price: 1000 }])
    await price('A', 900, 'large')
    await publishCatalogue(world, tester, ['large'])
    await price('A', 800, 'large')
    await publishCatalogue(world, tester, [])
    expect(await pricesOf('large')).toEqual([['A', 800]])
    expect(await pricesOf('standard')).toEqual([['A', 1000]])
    await expect(pricesOf('unknown')).rejects.toThrow('catalogue.not_published')
  })

  it('before the first publication nothing is offered', async () => {
    await expect(publishedOffers(world, undefined, asShop('standard'))).rejects.toThrow(
      'catalogue.not_published',
    )
    expect(await publishedProducts(world, undefined)).toEqual(new Map())
  })

  it('more products than a chunk keep their order', async () => {
    await someProducts(world, [{ code: 'A' }])
    const [product] = (await publishedProducts(world, await published())).values()
    if (!product) throw new Error('No product')
    const codes = Array.from({ length: 1001 }, (_, at) => `T-${String(at).padStart(4, '0')}`)
    const products = codes.map((code) => ({ ...product, code, productId: productIdOfCode(code) }))
    await putProductSnapshot(world.table, 'many', products)
    await putPriceSnapshot(
      world.table,
      'standard-many',
      new Map(products.map(({ productId }, at) => [productId, [{ breaks: onePrice(at) }]])),
    )
    expect(await productsOfSnapshot(world.table, 'many')).toEqual(products)
    const prices = await pricesOfSnapshot(world.table, 'standard-many')
    expect(products.map(({ productId }) => prices.get(productId)?.[0]?.breaks)).toEqual(
      codes.map((_, at) => onePrice(at)),
    )
  })
})

describe('keeping products and prices', () => {
  it('verdicts tell new, unchanged and changed apart', async () => {
    await someProducts(world, [{ code: 'A', price: 1000 }])
    expect(await price('A', 1000)).toBe('unchanged')
    expect(await price('A', 1001)).toBe('changed')
    expect(await price('A', 1001, 'large')).toBe('new')
    await expect(price('missing', 1)).rejects.toThrow('catalogue.product_not_found')
  })

  it('codes that differ in case are different products', async () => {
    await someProducts(world, [
      { code: 'yx-1', price: 1 },
      { code: 'YX-1', price: 2 },
    ])
    expect(await pricesOf()).toEqual([
      ['YX-1', 2],
      ['yx-1', 1],
    ])
  })

  it.each([
    ['云霞细支', 'yunxiaxizhi', 'yxxz'],
    ['长城 100', 'changcheng100', 'cc'],
    ['重庆', 'chongqing', 'cq'],
  ])('%s is found as %s and %s', async (zh, whole, initials) => {
    await someProducts(world, [{ code: 'P', name: { zh, en: zh } }])
    const [product] = (await publishedProducts(world, await published())).values()
    expect(product?.pinyin.split(' ')).toEqual([whole, initials])
  })
})
