import { beforeAll, describe, expect, it, test } from 'vitest'
import { storedProduct } from '#catalogue'
import { changeProductState } from '../../functions/catalogue/change-product-state.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aMember, aSession, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let shop: AShop
let call: Call
let path: string

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world)
  call = apiOf(world)
  path = `/customers/${shop.customerId}/basket`
})

function save(quantity: unknown, version: number | undefined, cookie = shop.cookie) {
  const headers = version === undefined ? undefined : { 'if-match': `"${version}"` }
  return call(path, {
    method: 'PUT',
    cookie,
    headers,
    body: { lines: [{ productId: shop.products[0], quantity }] },
  })
}

describe('the draft of a shop', () => {
  it('a draft begins empty at version zero', async () => {
    const { body, headers } = await call(path, { cookie: shop.cookie })
    expect(body).toEqual({
      customerId: shop.customerId,
      version: 0,
      lines: [],
      isSpent: false,
      draftsSpent: 0,
    })
    expect(headers.get('etag')).toBe('"0"')
  })

  it('a kept draft is there on another device', async () => {
    expect((await save(5, 0)).body).toMatchObject({
      version: 1,
      lines: [{ quantity: 5 }],
      changedAt: world.clock.now(),
    })
    const buyer = await aSession(world, await aMember(world, shop.customerId, 'buyer'), shop.customerId)
    expect((await call(path, { cookie: buyer })).body).toMatchObject({ version: 1, lines: [{ quantity: 5 }] })
  })

  it('a draft that changed elsewhere is not overwritten', async () => {
    const [one, other] = await Promise.all([save(6, 1), save(7, 1)])
    expect([one.status, other.status].sort()).toEqual([200, 412])
    const lost = one.status === 412 ? one : other
    expect(lost.body).toMatchObject({ code: 'orders.basket_changed', facts: { current: 2 } })
    expect((await save(8, undefined)).body).toMatchObject({ status: 428, code: 'request.version_missing' })
  })

  it.each([-1, 0.5, 1_000_000, '5', null])('a quantity of %j is never kept', async (quantity) => {
    expect((await save(quantity, 2)).body).toMatchObject({ status: 400, code: 'request.invalid' })
    expect((await call(path, { cookie: shop.cookie })).body).toMatchObject({ version: 2 })
  })

  it('wanted, notes and where it goes are kept too', async () => {
    const lines = [
      { productId: shop.products[0], quantity: 2, wanted: 5, note: '要新的' },
      { productId: shop.products[1], quantity: 0, wanted: 3 },
    ]
    const written = { ownNumber: 'PO-7', note: '早送', addressId: '2' }
    const headers = { 'if-match': '"2"' }
    const kept = await call(path, {
      method: 'PUT',
      cookie: shop.cookie,
      headers,
      body: { lines, ...written },
    })
    expect(kept.body).toMatchObject({ version: 3, lines, ...written })
    expect((await call(path, { cookie: shop.cookie })).body).toMatchObject({ version: 3, lines, ...written })
  })

  it('an order names the draft it spent, which stays', async () => {
    const { customerId, cycleId, products } = shop
    const body = { customerId, cycleId, lines: [{ productId: products[0], quantity: 1 }], basketVersion: 3 }
    const placed = await call('/orders', { method: 'POST', cookie: shop.cookie, body })
    expect(placed.body).toMatchObject({ basketVersion: 3 })
    expect((await call(path, { cookie: shop.cookie })).body).toMatchObject({ version: 3 })
  })

  it('who may only look keeps no draft', async () => {
    const looker = await aSession(world, await aMember(world, shop.customerId, 'read-only'), shop.customerId)
    expect((await save(9, 3, looker)).body).toMatchObject({ status: 403, code: 'identity.not_allowed' })
    expect((await call(path, { cookie: shop.cookie })).body).toMatchObject({ version: 3 })
  })
})

test('a product that went off sale keeps its name', async () => {
  const other = await aWorld()
  const { customerId, cookie, products } = await aShop(other)
  const [productId = 'prd_'] = products
  const basket = (method: 'GET' | 'PUT') =>
    apiOf(other)(`/customers/${customerId}/basket`, {
      method,
      cookie,
      ...(method === 'PUT' && {
        headers: { 'if-match': '"0"' },
        body: { lines: [{ productId, quantity: 3 }] },
      }),
    })
  await basket('PUT')
  expect((await basket('GET')).body).not.toHaveProperty('gone')
  const kept = await storedProduct(other.table, productId)
  await changeProductState(other, tester, {
    product: productId,
    to: 'suspended',
    baseVersion: kept?.version ?? 0,
  })
  expect((await basket('GET')).body).toMatchObject({ gone: { [productId]: kept?.name } })
})
