import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  type PriceInput,
  planAgreement,
  priceNamed,
  pricesOfList,
  productIdOfCode,
  removePrice,
  saveAgreement,
  savePrice,
} from '#catalogue'
import type { CustomerId, ProductId } from '#shared/ids'
import { onePrice } from '#shared/price-rules'
import { planPrice } from '../../functions/catalogue/save-price.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someProducts, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
const ladder = [
  { atLeast: 1, price: 1000 },
  { atLeast: 50, price: 900 },
]
let world: FakeWorld
let call: Call
let cookie: string
let customerId: CustomerId
let product: ProductId

beforeAll(async () => {
  world = await aWorld()
  call = apiOf(world)
  await aCompany(world)
  customerId = await aCustomer(world, '183')
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
  await someProducts(world, [{ code: 'A' }, { code: 'B' }])
  product = productIdOfCode('A')
})

const put = (path: string, body: object, version?: number) =>
  call(path, {
    method: 'PUT',
    cookie,
    body,
    headers: version === undefined ? {} : { 'if-match': `"${version}"` },
  })

describe('price lists', () => {
  it('a list is put in, named and listed', async () => {
    const made = await put('/price-lists/large', { name: { zh: '大户', en: 'Large' }, level: 'group' }, 0)
    expect(made.body).toMatchObject({ list: 'large', level: 'group', version: 1 })
    const { body } = await call('/price-lists', { cookie })
    expect(body.items).toMatchObject([{ list: 'large' }, { list: 'standard' }])
  })

  it('only one list is the whole company’s', async () => {
    const name = { zh: '公司', en: 'Company' }
    expect((await put('/price-lists/all', { name, level: 'company' }, 0)).status).toBe(200)
    const second = await put('/price-lists/other', { name, level: 'company' }, 0)
    expect(second.body).toMatchObject({
      status: 409,
      code: 'catalogue.company_list_taken',
      facts: { list: 'all' },
    })
  })

  it('an unknown list has no prices', async () => {
    const path = '/price-lists/nowhere/prices'
    expect((await call(path, { cookie })).body).toMatchObject({
      status: 404,
      code: 'catalogue.list_not_found',
    })
    expect((await put(`${path}/A`, { breaks: ladder }, 0)).status).toBe(404)
  })
})

describe('rows of a list', () => {
  const path = '/price-lists/standard/prices/A'

  it('a row is put in, changed and taken away', async () => {
    const from = '2027-01-01'
    const made = await put(path, { from, breaks: ladder, multiple: 10 }, 0)
    expect(made.body).toMatchObject({ code: 'A', from, breaks: ladder, multiple: 10, version: 1 })
    const changed = await put(path, { from, breaks: onePrice(950) }, 1)
    expect(changed.body).toMatchObject({ breaks: onePrice(950), version: 2 })
    expect(changed.body.multiple).toBeUndefined()
    expect((await put(path, { from, breaks: ladder }, 1)).body).toMatchObject({
      status: 412,
      facts: { current: 2 },
    })
    const gone = await call(`${path}?from=${from}`, {
      method: 'DELETE',
      cookie,
      headers: { 'if-match': '"2"' },
    })
    expect(gone.status).toBe(204)
    expect(await priceNamed(world, { list: 'standard', productId: product, from })).toBeUndefined()
    expect(await priceNamed(world, { list: 'standard', productId: product })).toBeDefined()
  })

  it.each([
    [{ breaks: [{ atLeast: 2, price: 5 }] }, 400],
    [{ breaks: [...ladder, { atLeast: 50, price: 1 }] }, 400],
    [{ breaks: onePrice(-1) }, 400],
    [{ breaks: onePrice(1.5) }, 400],
    [{ from: '2027-13-01', breaks: ladder }, 400],
    [{ from: '2027-01-02', until: '2027-01-02', breaks: ladder }, 422],
    [{ from: '2027-01-02' }, 422],
  ])('the row %j is refused with %i', async (body, status) => {
    expect((await put(path, body, 0)).status).toBe(status)
  })

  it('of a day only what holds is shown', async () => {
    const dated: PriceInput = {
      list: 'standard',
      productId: productIdOfCode('B'),
      from: '2027-02-01',
      breaks: onePrice(1),
    }
    await savePrice(world, tester, dated)
    const shown = async (query: string) =>
      (await call(`/price-lists/standard/prices?${query}`, { cookie })).body.items
    expect(await shown('text=B')).toHaveLength(2)
    expect(await shown('text=B&asOf=2027-01-31')).toHaveLength(1)
    expect(await shown('text=B&asOf=2027-02-01&limit=1')).toHaveLength(1)
    expect((await pricesOfList(world, 'standard', { asOf: '2027-02-01' })).map(({ code }) => code)).toEqual([
      'A',
      'B',
      'B',
    ])
    await removePrice(world, tester, dated)
    await expect(removePrice(world, tester, dated)).rejects.toThrow('catalogue.price_not_found')
  })

  it('many rows get a verdict each', async () => {
    const items = [
      { product: 'A', breaks: onePrice(1000) },
      { product: 'B', breaks: onePrice(7) },
      { product: 'nowhere', breaks: onePrice(7) },
      { product: 'A' },
    ]
    const { body } = await call('/price-lists/standard/prices/batch', {
      method: 'POST',
      cookie,
      body: { items },
    })
    expect(body.items).toMatchObject([
      { key: 'A', verdict: 'unchanged' },
      { key: 'B', verdict: 'changed' },
      { verdict: 'refused', code: 'catalogue.product_not_found' },
      { verdict: 'refused', code: 'catalogue.price_malformed' },
    ])
  })

  it('no door lets a price below zero in', async () => {
    const wrong: PriceInput = { list: 'standard', productId: product, breaks: onePrice(-1) }
    await expect(savePrice(world, tester, wrong)).rejects.toThrow('catalogue.price_malformed')
    const rows = [{ productId: product, breaks: onePrice(0.5) }]
    await expect(saveAgreement(world, tester, { customerId, rows })).rejects.toThrow(
      'catalogue.price_malformed',
    )
  })

  it('a plan names the price from and to', async () => {
    const plan = await planPrice(world, { list: 'standard', productId: product, breaks: onePrice(1) })
    expect(plan.change).toEqual({ breaks: { from: onePrice(1000), to: onePrice(1) } })
  })

  it('an old price without breaks is read', async () => {
    const bare = product.slice('prd_'.length)
    const old = { list: 'ancient', price: 777, version: 3, k: 'price', s: 1 }
    await world.table.commit([{ put: { ...old, pk: 'PL#ancient', sk: `P#${bare}` } }])
    expect(await priceNamed(world, { list: 'ancient', productId: product })).toMatchObject({
      productId: product,
      breaks: onePrice(777),
      version: 3,
    })
  })

  it('a shop sees no list and no agreement', async () => {
    const member = await aSession(world, await aMember(world, customerId), customerId)
    for (const hidden of [
      '/price-lists',
      '/price-lists/standard/prices',
      `/customers/${customerId}/agreement`,
    ])
      expect((await call(hidden, { cookie: member })).status).toBe(403)
  })
})

describe('an agreement with a customer', () => {
  let path: string
  beforeEach(() => {
    path = `/customers/${customerId}/agreement`
  })

  it('is empty until something is agreed', async () => {
    expect((await call(path, { cookie })).body).toEqual({ customerId, rows: [], version: 0 })
    const rows = [{ productId: product, from: '2026-01-01', breaks: ladder, minimum: 5 }]
    expect((await put(path, { rows }, 0)).body).toEqual({ customerId, rows, version: 1 })
    expect((await put(path, { rows }, 1)).body).toMatchObject({ version: 1 })
    expect((await put(path, { rows: [] }, 0)).status).toBe(412)
    expect((await planAgreement(world, { customerId, rows: [] })).change).toEqual({
      rows: { from: rows, to: [] },
    })
  })

  it('refuses unknown products and doubled days', async () => {
    const unknown = [{ productId: productIdOfCode('nowhere'), breaks: ladder }]
    expect((await put(path, { rows: unknown }, 1)).body).toMatchObject({
      code: 'catalogue.product_not_found',
    })
    const doubled = [
      { productId: product, breaks: ladder },
      { productId: product, minimum: 2 },
    ]
    await expect(saveAgreement(world, tester, { customerId, rows: doubled })).rejects.toThrow(
      'catalogue.price_malformed',
    )
    const many = Array.from({ length: 201 }, () => ({ productId: product, breaks: ladder }))
    expect((await put(path, { rows: many }, 1)).status).toBe(400)
  })

  it('two hundred products cost few read units', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({
      productId: product,
      from: `2027-${String((at % 12) + 1).padStart(2, '0')}-${String(Math.floor(at / 12) + 1).padStart(2, '0')}` as const,
      breaks: ladder,
    }))
    await saveAgreement(world, tester, { customerId, rows })
    const table = world.table.metered()
    await table.get({ pk: `AGREED#${customerId.slice(4)}`, sk: 'A' })
    console.log('agreement of 200 rows', table.spent)
    expect(table.spent.readUnits).toBeLessThanOrEqual(2.5)
  })
})
