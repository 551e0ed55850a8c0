import { beforeAll, describe, expect, it } from 'vitest'
import { MOST_ROWS } from '#shared/order-file'
import { apiOf, type Call } from '../support/api-client.ts'
import { type AShop, aCompany, aCustomer, aCycle, aMember, aSession, aShop } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

let world: FakeWorld
let shop: AShop
let call: Call

beforeAll(async () => {
  world = await aWorld()
  shop = await aShop(world, 3)
  call = apiOf(world)
})

const cookie = () => aSession(world, shop.owner, shop.customerId)

describe('what a shop has still', () => {
  const path = () => `/customers/${shop.customerId}/stock`
  const save = async (version: number, items: Array<[number, number | null]>) =>
    call(path(), {
      method: 'PUT',
      cookie: await cookie(),
      headers: { 'if-match': `"${version}"` },
      body: { items: items.map(([at, quantity]) => ({ productId: shop.products[at], quantity })) },
    })

  it('each count keeps the time it was typed', async () => {
    const first = world.clock.now()
    const at = (product: number, quantity: number, typedAt: string) => {
      return { productId: shop.products[product], quantity, typedAt }
    }
    expect(
      (
        await save(0, [
          [0, 7],
          [1, 0],
        ])
      ).body,
    ).toMatchObject({ version: 1 })
    world.pass(600)
    const { body } = await save(1, [[1, 4]])
    expect(body).toMatchObject({ version: 2 })
    expect(body.items).toHaveLength(2)
    expect(body.items).toEqual(expect.arrayContaining([at(0, 7, first), at(1, 4, world.clock.now())]))
    expect((await save(2, [[0, null]])).body.items).toHaveLength(1)
  })

  it('a count made from an older one is not lost', async () => {
    expect((await save(1, [[2, 9]])).body).toMatchObject({ status: 412, facts: { current: 3 } })
  })

  it('it stays when an order is placed', async () => {
    const body = {
      customerId: shop.customerId,
      cycleId: shop.cycleId,
      lines: [{ productId: shop.products[1], quantity: 2 }],
    }
    expect((await call('/orders', { method: 'POST', cookie: await cookie(), body })).status).toBe(201)
    expect((await call(path(), { cookie: await cookie() })).body).toMatchObject({ version: 3 })
  })
})

describe('what a shop ordered before', () => {
  const past = async (current = '') =>
    (await call(`/customers/${shop.customerId}/past-quantities${current}`, { cookie: await cookie() })).body

  it('four cycles are told, the newest first', async () => {
    const cycles: unknown[] = [shop.cycleId]
    for (const quantity of [3, 4, 5, 6]) {
      world.pass(24 * 3600)
      const cycleId = await aCycle(world)
      cycles.unshift(cycleId)
      const lines = [{ productId: shop.products[0], quantity }]
      const body = { customerId: shop.customerId, cycleId, lines }
      expect((await call('/orders', { method: 'POST', cookie: await cookie(), body })).status).toBe(201)
    }
    expect(await past()).toEqual({
      cycles: cycles.slice(0, 4),
      items: [{ productId: shop.products[0], quantities: [6, 5, 4, 3] }],
    })
    expect(await past(`?current=${cycles[0]}`)).toEqual({
      cycles: cycles.slice(1),
      items: [
        { productId: shop.products[0], quantities: [5, 4, 3, 0] },
        { productId: shop.products[1], quantities: [0, 0, 0, 2] },
      ],
    })
  })
})

describe('what a shop ordered that orders often', () => {
  it('all orders of the last four cycles are told', async () => {
    const often = await aCustomer(world, 'OFTEN', { balance: 100_000_000 })
    await aCompany(world, { oneOrderACycle: false })
    const owner = await aMember(world, often)
    const cycles: string[] = []
    for (let day = 1; day <= 5; day++) {
      world.pass(24 * 3600)
      const cycleId = await aCycle(world)
      const member = await aSession(world, owner, often)
      cycles.unshift(cycleId)
      const lines = [{ productId: shop.products[0], quantity: day }]
      const body = { customerId: often, cycleId, lines }
      const sent = Array.from({ length: 6 }, () => call('/orders', { method: 'POST', cookie: member, body }))
      for (const answer of await Promise.all(sent)) expect(answer.status, answer.text).toBe(201)
    }
    const path = `/customers/${often}/past-quantities?current=${cycles[0]}`
    const past = await call(path, { cookie: await aSession(world, owner, often) })
    expect(past.body).toEqual({
      cycles: cycles.slice(1),
      items: [{ productId: shop.products[0], quantities: [24, 18, 12, 6] }],
    })
  })
})

describe('rows from a file', () => {
  const send = async (content: string) =>
    call(`/customers/${shop.customerId}/order-rows`, {
      method: 'POST',
      cookie: await cookie(),
      body: { content },
    })
  const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64')

  it('the cells of a text are read in its encoding', async () => {
    expect((await send(base64('品规,数量\n云岭（硬红）,3\n'))).body).toEqual({
      rows: [
        ['品规', '数量'],
        ['云岭（硬红）', '3'],
      ],
    })
    const gb18030 = Uint8Array.from([0xd4, 0xc6, 0xc1, 0xeb, 0x09, 0x33])
    expect((await send(base64(gb18030))).body).toEqual({ rows: [['云岭', '3']] })
  })

  it('too many rows or no table are refused', async () => {
    const long = base64('a,1\n'.repeat(MOST_ROWS + 2))
    expect((await send(long)).body).toMatchObject({ status: 422, code: 'orders.rows_too_many' })
    expect((await send('###')).body).toMatchObject({ status: 400 })
    const broken = base64('PK\u0003\u0004 not a workbook')
    expect((await send(broken)).status).toBeGreaterThanOrEqual(400)
    expect((await send(broken)).status).toBeLessThan(500)
  })
})
