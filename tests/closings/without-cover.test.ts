import { beforeEach, describe, expect, it } from 'vitest'
import { saveCustomer, storedAccount } from '#accounts'
import type { CustomerId } from '#shared/ids'
import { addSeconds } from '#shared/time'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { correctOrder } from '../../functions/orders/correct-order.ts'
import { aRelease } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'
import {
  type AClosing,
  aClosing,
  accountOf,
  aPayer,
  close,
  eventsOf,
  order,
  ordersOf,
  reportOf,
  shopInput,
  storedCycleOf,
  tester,
} from './a-closing.ts'

let world: FakeWorld
let at: AClosing

beforeEach(async () => {
  world = await aWorld()
  at = await aClosing(world)
})

describe('an order without cover', () => {
  let poor: CustomerId
  const scarce = 5
  const counterOf = () => ({ pk: `F#${at.cycleId.slice(4)}#${at.products[0]?.slice(4)}#0`, sk: 'F' })

  beforeEach(async () => {
    poor = await aPayer(world, '1', 5000)
    const productId = at.products[0]
    if (productId) await aRelease(world, at.cycleId, { firstCome: [{ productId, quantity: scarce }] })
    await order(world, at, poor, 4)
    await saveCustomer(world, tester, { ...shopInput('1'), balance: 3000 })
    await close(world, at)
  })

  it('it waits for money until six the day after', async () => {
    expect((await ordersOf(world, poor))[0]).toMatchObject({
      state: 'awaiting-funds',
      fundsUntil: '2026-11-26T10:00:00.000Z',
    })
    expect(await accountOf(world, poor)).toEqual({ balance: 3000, reserved: 4000 })
    expect(await reportOf(world, at)).toMatchObject({
      counts: { 'awaiting-funds': 1 },
      items: [{ outcome: 'awaiting-funds', customerName: { zh: '店1' } }],
    })
  })

  it('money that comes in time confirms it', async () => {
    await saveCustomer(world, tester, { ...shopInput('1'), balance: 4000 })
    while ((await deliverDue(world)) > 0) {}
    expect((await ordersOf(world, poor))[0]).toMatchObject({ state: 'confirmed', version: 3 })
    expect(await accountOf(world, poor)).toEqual({ balance: 0, reserved: 0 })
    expect(await reportOf(world, at)).toMatchObject({
      counts: { confirmed: 1, 'awaiting-funds': 0 },
      items: [{ outcome: 'confirmed' }],
    })
  })

  it('without money it lapses and gives everything back', async () => {
    world.setNow('2026-11-26T10:00:00.000Z')
    for (let run = 1; run <= 2; run++) await runDue(world)
    expect((await ordersOf(world, poor))[0]).toMatchObject({ state: 'lapsed', version: 3, total: 4000 })
    expect(await accountOf(world, poor)).toEqual({ balance: 3000, reserved: 0 })
    expect(await world.table.get(counterOf())).toMatchObject({ remaining: scarce })
    expect(await eventsOf(world, poor)).toContain('order.lapsed')
    expect(await reportOf(world, at)).toMatchObject({ counts: { lapsed: 1, 'awaiting-funds': 0 } })
    expect((await storedCycleOf(world, at.cycleId))?.gsi2pk).toBeUndefined()
  })

  it('credit in trade covers what money does not', async () => {
    await saveCustomer(world, tester, { ...shopInput('1'), balance: 3000, creditLimit: 1000 })
    while ((await deliverDue(world)) > 0) {}
    expect((await ordersOf(world, poor))[0]).toMatchObject({ state: 'confirmed' })
    expect((await storedAccount(world.table, poor))?.balance).toBe(-1000)
  })

  it('a correction that it can pay confirms it', async () => {
    const [head] = await ordersOf(world, poor)
    if (!head) throw new Error('No order')
    const [first, second] = at.products.map((productId) => ({ productId, quantity: 1 }))
    const lines = [first, second].flatMap((line) => (line ? [line] : []))
    const asked = { orderId: head.orderId, baseVersion: head.version, body: { lines, reason: '听错了' } }
    expect(await correctOrder(world, tester, asked)).toMatchObject({ state: 'awaiting-funds', total: 2000 })
    expect(await accountOf(world, poor)).toEqual({ balance: 3000, reserved: 2000 })
    while ((await deliverDue(world)) > 0) {}
    expect((await ordersOf(world, poor))[0]).toMatchObject({ state: 'confirmed', version: 4, total: 2000 })
    expect(await accountOf(world, poor)).toEqual({ balance: 1000, reserved: 0 })
    expect(await world.table.get(counterOf())).toMatchObject({ remaining: scarce - 1 })
    expect(await reportOf(world, at)).toMatchObject({ counts: { confirmed: 1, 'awaiting-funds': 0 } })
  })

  it('a corrected order that still lacks cover lapses whole', async () => {
    const [head] = await ordersOf(world, poor)
    if (!head) throw new Error('No order')
    const [productId] = at.products
    const lines = productId ? [{ productId, quantity: 4 }] : []
    const asked = { orderId: head.orderId, baseVersion: head.version, body: { lines, reason: '补说明' } }
    await correctOrder(world, tester, asked)
    while ((await deliverDue(world)) > 0) {}
    expect((await ordersOf(world, poor))[0]).toMatchObject({
      state: 'awaiting-funds',
      fundsUntil: '2026-11-26T10:00:00.000Z',
    })
    const more = {
      ...asked,
      baseVersion: head.version + 1,
      body: { lines: lines.map((line) => ({ ...line, quantity: 5 })), reason: '多一条' },
    }
    await expect(correctOrder(world, tester, more)).rejects.toMatchObject({
      entries: [{ code: 'orders.over_available' }],
    })
    world.setNow('2026-11-26T10:00:00.000Z')
    for (let run = 1; run <= 2; run++) await runDue(world)
    expect((await ordersOf(world, poor))[0]).toMatchObject({ state: 'lapsed' })
    expect(await accountOf(world, poor)).toEqual({ balance: 3000, reserved: 0 })
    expect(await world.table.get(counterOf())).toMatchObject({ remaining: scarce })
  })
})

it('the close settles an order as it was corrected', async () => {
  const payer = await aPayer(world, '1', 5000)
  const { orderId } = await order(world, at, payer, 4)
  world.setNow(addSeconds(at.closesAt, 1))
  const lines = at.products.slice(1, 2).map((productId) => ({ productId, quantity: 3 }))
  await correctOrder(world, tester, { orderId, baseVersion: 1, body: { lines, reason: '听错了' } })
  await close(world, at)
  expect((await ordersOf(world, payer))[0]).toMatchObject({ state: 'confirmed', total: 3000, lineCount: 1 })
  expect(await accountOf(world, payer)).toEqual({ balance: 2000, reserved: 0 })
})
