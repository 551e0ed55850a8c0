import { beforeEach, describe, expect, it } from 'vitest'
import {
  productIdOfCode,
  publishedKey,
  publishedProducts,
  readPublished,
  savePrice,
  savePriceList,
  saveProduct,
} from '#catalogue'
import { eventsOf } from '#platform/events/event-store'
import { onePrice } from '#shared/price-rules'
import { PublicationChanges } from '#shared/prices'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let cookie: string

beforeEach(async () => {
  world = await aWorld()
  call = apiOf(world)
  await aCompany(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
  await someProducts(world, [{ code: 'A' }, { code: 'B' }])
})

const changes = async () => PublicationChanges.parse((await call('/price-lists/changes', { cookie })).body)
const publish = (version: number, preview?: string) =>
  call('/price-lists/publication', {
    method: 'POST',
    cookie,
    body: { preview },
    headers: { 'if-match': `"${version}"` },
  })
const price = (code: string, minor: number, more: object = {}) =>
  savePrice(world, tester, {
    list: 'standard',
    productId: productIdOfCode(code),
    breaks: onePrice(minor),
    ...more,
  })

describe('what a publication would change', () => {
  it('nothing is shown right after one', async () => {
    expect(await changes()).toMatchObject({ version: 1, productCount: 0, priceCount: 0, lists: [] })
  })

  it('prices from and to, the day, and for whom', async () => {
    await aCustomer(world, 'one')
    await aCustomer(world, 'two', { priceList: 'large', groupList: 'standard' })
    await aCustomer(world, 'three', { priceList: 'large' })
    await price('A', 1100)
    await price('B', 900, { from: '2026-12-01' })
    const found = await changes()
    expect(found.prices).toMatchObject([
      {
        code: 'A',
        from: [{ breaks: onePrice(1000) }],
        to: [{ breaks: onePrice(1100) }],
        validFrom: '2026-11-25',
      },
      { code: 'B', to: [{}, { from: '2026-12-01' }], validFrom: '2026-12-01' },
    ])
    expect(found.lists).toMatchObject([{ list: 'standard', priceCount: 2, customers: 2 }])
    expect(found.lists[0]?.sample.map(({ name }) => name.en).sort()).toEqual(['Shop one', 'Shop two'])
  })

  it('a company list concerns every customer', async () => {
    await savePriceList(world, tester, { list: 'all', name: { zh: '全', en: 'All' }, level: 'company' })
    await aCustomer(world, 'one')
    await aCustomer(world, 'two', { priceList: 'large' })
    await savePrice(world, tester, { list: 'all', productId: productIdOfCode('A'), breaks: onePrice(1) })
    expect((await changes()).lists).toMatchObject([{ list: 'all', customers: 2 }])
  })

  it('products are shown field by field', async () => {
    await someProductsUnpublished('A', { brand: 'New' })
    await someProductsUnpublished('C', { state: 'on-sale' })
    const { products } = await changes()
    expect(products).toMatchObject([
      { code: 'A', change: { brand: { from: '', to: 'New' } } },
      { code: 'C', change: { code: { from: null, to: 'C' } } },
    ])
  })
})

async function someProductsUnpublished(
  code: string,
  more: { brand?: string; state?: 'on-sale' | 'suspended' },
) {
  const name = { zh: `商品${code}`, en: `Product ${code}` }
  const looks = { glyph: '品', colour: '#355487', category: 'other', brand: '' }
  const counts = { unit: { zh: '条', en: 'carton' }, minimum: 1, multiple: 1, taxRate: 1300 }
  await saveProduct(world, tester, { code, name, ...looks, ...counts, ...more })
}

describe('publishing what was looked at', () => {
  it('the preview goes out and leaves nothing', async () => {
    await price('A', 1100)
    const { version, preview } = await changes()
    expect((await publish(version, preview)).body).toEqual({ version: 2 })
    expect(await changes()).toMatchObject({ version: 2, priceCount: 0 })
    const events = await eventsOf(world.table, publishedKey)
    expect(events.map(({ type, change }) => [type, change.version])).toEqual([
      ['catalogue.published', { from: 0, to: 1 }],
      ['catalogue.published', { from: 1, to: 2 }],
    ])
  })

  it('a change after the preview stops it', async () => {
    await price('A', 1100)
    const { version, preview } = await changes()
    await price('A', 1)
    expect((await publish(version, preview)).body).toMatchObject({ status: 412, facts: { current: 1 } })
    expect((await publish(version)).status).toBe(200)
    expect((await publish(version)).body).toMatchObject({ status: 412, facts: { current: 2 } })
  })

  it('a list from before lists had names stays', async () => {
    const before = readPublished(await world.table.get(publishedKey))
    const prices = { ...before?.prices, ancient: 'ancient-1' }
    await world.table.commit([{ update: publishedKey, change: { set: { prices } } }])
    await publish(1)
    const now = readPublished(await world.table.get(publishedKey))
    expect(Object.keys(now?.prices ?? {}).sort()).toEqual(['ancient', 'standard'])
  })

  it('order readers keep the names of ended products', async () => {
    await someProductsUnpublished('A', { state: 'suspended' })
    const { version } = await changes()
    await publish(version)
    const products = await publishedProducts(world, readPublished(await world.table.get(publishedKey)))
    expect([...products.values()].map(({ code, state }) => [code, state])).toEqual([
      ['A', 'suspended'],
      ['B', 'on-sale'],
    ])
  })
})
