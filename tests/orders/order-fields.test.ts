import { beforeAll, describe, expect, it } from 'vitest'
import { saveCustomer } from '#accounts'
import type { CustomerId } from '#shared/ids'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCustomer, aMember, aSession, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call

const addresses = [
  { addressId: '1', text: '人民路 1 号', isMain: true },
  { addressId: '2', text: '环城路 22 号仓库', isMain: false },
]

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 2)
  call = apiOf(world)
})

let shops = 0
async function aShopWithAddresses() {
  const code = `fields-${++shops}`
  const customerId = await aCustomer(world, code, { addresses })
  const cookie = await aSession(world, await aMember(world, customerId), customerId)
  return { code, customerId, cookie }
}

type Who = { customerId: CustomerId; cookie: string }
const line = (more: object = {}) => ({ productId: shop.products[0], quantity: 2, ...more })
const place = ({ customerId, cookie }: Who, more: object) =>
  call('/orders', {
    method: 'POST',
    cookie,
    body: { customerId, cycleId: shop.cycleId, lines: [line()], ...more },
  })
const change = (cookie: string, orderId: unknown, version: number, more: object) =>
  call(`/orders/${orderId}`, {
    method: 'PUT',
    cookie,
    headers: { 'if-match': `"${version}"` },
    body: { lines: [line()], ...more },
  })

describe('what a shop writes on its order', () => {
  it('own number and notes stay with the order', async () => {
    const who = await aShopWithAddresses()
    const written = { ownNumber: 'PO-2026/11', note: '下午送' }
    const lines = [line({ note: '要新日期' }), { productId: shop.products[1], quantity: 1 }]
    const placed = await place(who, { ...written, lines })
    expect(placed.status, placed.text).toBe(201)
    expect(placed.body).toMatchObject({ ...written, lines: [{ note: '要新日期' }, {}] })
    const { body } = await call(`/orders/${placed.body.orderId}`, { cookie: who.cookie })
    expect(body).toMatchObject({ ...written, lines: [{ note: '要新日期' }, {}] })
  })

  it('a change says anew what is written', async () => {
    const who = await aShopWithAddresses()
    const placed = await place(who, { ownNumber: 'A', note: '早送', addressId: '2' })
    const changed = await change(who.cookie, placed.body.orderId, 1, { ownNumber: 'B' })
    expect(changed.body).toMatchObject({ ownNumber: 'B', addressId: '2', version: 2 })
    expect(changed.body.note).toBeUndefined()
    const { body } = await call(`/orders/${placed.body.orderId}/history`, { cookie: who.cookie })
    expect(body.items).toMatchObject([
      { type: 'order.placed' },
      { change: { ownNumber: { from: 'A', to: 'B' }, note: { from: '早送', to: null } } },
    ])
    const cancelled = await call(`/orders/${placed.body.orderId}/cancellation`, {
      method: 'POST',
      cookie: who.cookie,
      headers: { 'if-match': '"2"' },
    })
    expect(cancelled.body).toMatchObject({ state: 'cancelled', ownNumber: 'B', addressId: '2' })
  })

  it.each([
    { ownNumber: 'x'.repeat(41) },
    { note: 'x'.repeat(501) },
    { ownNumber: ' ' },
    { lines: [{ productId: 'prd_0123456789ABCDEF', quantity: 1, note: 'x'.repeat(201) }] },
  ])('more than there is room for is refused: %j', async (written) => {
    const who = await aShopWithAddresses()
    expect((await place(who, written)).body).toMatchObject({ status: 400, code: 'request.invalid' })
  })

  it('an order is found by the own number', async () => {
    const who = await aShopWithAddresses()
    const { body } = await place(who, { ownNumber: 'Weinkeller 7' })
    const found = async (text: string) => {
      const path = `/customers/${who.customerId}/orders?text=${encodeURIComponent(text)}`
      return (await call(path, { cookie: who.cookie })).body.items
    }
    expect(await found('keller')).toMatchObject([{ orderId: body.orderId, ownNumber: 'Weinkeller 7' }])
    expect(await found(String(body.number))).toHaveLength(1)
    expect(await found('other')).toEqual([])
  })
})

describe('where an order goes', () => {
  it('without a word it goes to the main address', async () => {
    const who = await aShopWithAddresses()
    expect((await place(who, {})).body).toMatchObject({ addressId: '1', address: '人民路 1 号' })
  })

  it('another address is asked for by its id', async () => {
    const who = await aShopWithAddresses()
    const { body } = await place(who, { addressId: '2' })
    expect(body).toMatchObject({ addressId: '2', address: '环城路 22 号仓库' })
  })

  it('an address that is not its own is refused', async () => {
    const who = await aShopWithAddresses()
    const { body } = await place(who, { addressId: '9' })
    expect(body).toMatchObject({
      code: 'orders.lines_refused',
      errors: [{ path: 'addressId', code: 'orders.address_unknown' }],
    })
  })

  it('an order stays where it went when the shop moves', async () => {
    const who = await aShopWithAddresses()
    const { body } = await place(who, { addressId: '2' })
    const moved = [{ addressId: '3', text: '新街 3 号', isMain: true }]
    const settings = { name: { zh: '店', en: 'Shop' }, kind: 'retailer', licence: { number: '' } } as const
    await saveCustomer(
      world,
      { kind: 'system', name: 'tests' },
      {
        ...{ ...settings, code: who.code, format: '', unitPath: 'hq/53/5301', batch: 'daily' },
        ...{ priceList: 'standard', grade: 18, addresses: moved },
      },
    )
    const shown = await call(`/orders/${body.orderId}`, { cookie: who.cookie })
    expect(shown.body).toMatchObject({ address: '环城路 22 号仓库' })
    const kept = await change(who.cookie, body.orderId, 1, {})
    expect(kept.body).toMatchObject({ addressId: '2', address: '环城路 22 号仓库' })
    const sent = await change(who.cookie, body.orderId, 2, { addressId: '3' })
    expect(sent.body).toMatchObject({ addressId: '3', address: '新街 3 号' })
  })
})
