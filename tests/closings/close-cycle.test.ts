import { beforeEach, describe, expect, it } from 'vitest'
import { saveCustomer } from '#accounts'
import { listUnitOrders } from '#orders'
import type { Table } from '#platform/storage/dynamo-table'
import { Problem } from '#shared/problems'
import { addSeconds } from '#shared/time'
import { runDue } from '../../functions/entry/schedule.ts'
import { cycleUseKey, readCycleUse } from '../../functions/orders/cycle-use-store.ts'
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
  standing,
  storedCycleOf,
  tester,
} from './a-closing.ts'

let world: FakeWorld
let at: AClosing

beforeEach(async () => {
  world = await aWorld()
  at = await aClosing(world)
})

describe('closing a cycle', () => {
  it('every shop of the batch is closed and settled', async () => {
    const [rich, idle, other] = [
      await aPayer(world, '1', 100_000),
      await aPayer(world, '2', 0),
      await aPayer(world, '3', 100_000),
    ]
    await saveCustomer(world, tester, { ...shopInput('4'), batch: 'weekly-1' })
    await order(world, at, rich, 3)
    await order(world, at, other, 2)
    await close(world, at)
    expect(await storedCycleOf(world, at.cycleId)).toMatchObject({ phase: 'closed' })
    expect((await ordersOf(world, rich))[0]).toMatchObject({ state: 'confirmed', version: 2, total: 3000 })
    expect(await accountOf(world, rich)).toEqual({ balance: 97_000, reserved: 0 })
    expect(readCycleUse(await world.table.get(cycleUseKey(idle, at.cycleId)))?.cl).toBe(true)
    expect(await reportOf(world, at)).toMatchObject({
      state: 'done',
      done: 4,
      total: 4,
      counts: { closed: 3, orders: 2, lines: 2, total: 5000, confirmed: 2, 'awaiting-funds': 0 },
      items: [],
    })
    expect((await listUnitOrders(world, 'tests', { subtrees: [''], limit: 9 })).items).toHaveLength(2)
  })

  it('who changed batch since ordering is closed as well', async () => {
    const moved = await aPayer(world, '1', 100_000)
    await order(world, at, moved, 1)
    await saveCustomer(world, tester, { ...shopInput('1'), batch: 'weekly-1', balance: 100_000 })
    await close(world, at)
    expect((await ordersOf(world, moved))[0]).toMatchObject({ state: 'confirmed' })
    await expect(order(world, at, moved, 2)).rejects.toMatchObject({ code: 'orders.lines_refused' })
  })

  it('a slow server places nothing once it is shut', async () => {
    const late = await aPayer(world, '1', 100_000)
    await close(world, at)
    world.setNow(addSeconds(at.closesAt, -60))
    await saveCustomer(world, tester, { ...shopInput('9'), balance: 1000 })
    for (const customerId of [late, await aPayer(world, '9', 100_000)])
      await expect(order(world, at, customerId, 1)).rejects.toMatchObject({
        entries: [{ code: 'orders.after_cut_off' }],
      })
  })

  it('closing twice changes nothing more', async () => {
    const shop = await aPayer(world, '1', 100_000)
    await order(world, at, shop, 1)
    await close(world, at)
    const before = await eventsOf(world, shop)
    world.pass(3600)
    for (let run = 1; run <= 3; run++) await runDue(world)
    expect(await eventsOf(world, shop)).toEqual(before)
    expect(await accountOf(world, shop)).toEqual({ balance: 99_000, reserved: 0 })
  })
})

/** A world whose process dies for good after so many writes. */
function mortal(lives: number): FakeWorld {
  let left = lives
  const dying = (table: Table): Table => ({
    ...table,
    metered: () => dying(table.metered()),
    commit: async (writes, proof) => {
      if (left-- <= 0) throw new Error('killed')
      await table.commit(writes, proof)
    },
  })
  return { ...world, table: dying(world.table), log: { ...world.log, warn: () => undefined } }
}

describe('a closing whose process dies', () => {
  it.each([3, 7])('it ends the same after deaths every %d writes', async (lives) => {
    const rich = await aPayer(world, '1', 100_000)
    const poor = await aPayer(world, '2', 5000)
    const forgot = await aPayer(world, '3', 100_000)
    const wrong = await aPayer(world, '4', 100_000)
    await order(world, at, rich, 3)
    await order(world, at, poor, 5)
    await saveCustomer(world, tester, { ...shopInput('2'), balance: 1000 })
    await standing(world, at, forgot, [2, 1])
    await standing(world, at, wrong, [900, 1], false)
    world.setNow(addSeconds(at.closesAt, 121))
    for (let death = 1; death <= 60; death++) {
      await runDue(mortal(lives)).catch(() => undefined)
      world.pass(31)
      if ((await storedCycleOf(world, at.cycleId))?.phase === 'closed') break
    }
    await runDue(world)
    expect(await reportOf(world, at)).toMatchObject({
      state: 'done',
      counts: {
        closed: 4,
        orders: 3,
        lines: 4,
        total: 11_000,
        confirmed: 2,
        'awaiting-funds': 1,
        'standing-placed': 1,
        'standing-refused': 1,
      },
    })
    expect(await ordersOf(world, forgot)).toMatchObject([
      { state: 'confirmed', isStanding: true, total: 3000 },
    ])
    expect(await accountOf(world, forgot)).toEqual({ balance: 97_000, reserved: 0 })
    const told = (await eventsOf(world, wrong)).filter((type) => type === 'order.standing_refused')
    expect(told).toHaveLength(1)
  })

  it('who waits for money is remembered though another fails on', async () => {
    const shops = { '1': await aPayer(world, '1', 5000), '2': await aPayer(world, '2', 5000) }
    const [first, last] = shops['1'] < shops['2'] ? (['1', '2'] as const) : (['2', '1'] as const)
    const [poor, bad] = [shops[first], shops[last]]
    await order(world, at, bad, 1)
    await order(world, at, poor, 5)
    await saveCustomer(world, tester, { ...shopInput(first), balance: 1000 })
    const commit = world.table.commit
    const left = new Map([
      [bad, 6],
      [poor, 1],
    ])
    world.table.commit = async (writes, proof) => {
      const of = [...left.keys()].find((id) => JSON.stringify(writes).includes(`"C#${id.slice(4)}"`))
      const fails = of ? (left.get(of) ?? 0) : 0
      if (of && fails > 0) {
        left.set(of, fails - 1)
        throw new Error('no luck')
      }
      return commit(writes, proof)
    }
    await close(world, at)
    for (let run = 1; run <= 9; run++) {
      world.pass(120)
      await runDue(world)
    }
    expect((await ordersOf(world, bad))[0]).toMatchObject({ state: 'confirmed' })
    expect(await reportOf(world, at)).toMatchObject({ counts: { closed: 2, failed: 0, 'awaiting-funds': 1 } })
    world.pass(2 * 24 * 3600)
    for (let run = 1; run <= 3; run++) await runDue(world)
    expect((await ordersOf(world, poor))[0]).toMatchObject({ state: 'lapsed' })
  })

  it('one shop that fails holds up no other', async () => {
    const [bad, good] = [await aPayer(world, '1', 100_000), await aPayer(world, '2', 100_000)]
    for (const customerId of [bad, good]) await order(world, at, customerId, 1)
    const commit = world.table.commit
    let failures = 0
    world.table.commit = async (writes, proof) => {
      const isBad = JSON.stringify(writes).includes(`"C#${bad.slice(4)}"`)
      if (isBad && failures++ < 3) throw new Error('no luck')
      return commit(writes, proof)
    }
    await close(world, at)
    expect((await ordersOf(world, good))[0]).toMatchObject({ state: 'confirmed' })
    for (let run = 1; run <= 3; run++) {
      world.pass(31)
      await runDue(world)
    }
    expect((await ordersOf(world, bad))[0]).toMatchObject({ state: 'confirmed' })
    expect(await reportOf(world, at)).toMatchObject({
      state: 'done',
      counts: { closed: 2, failed: 0 },
      items: [],
    })
  })

  it('a shop that is not closed says why', async () => {
    const bad = await aPayer(world, '1', 100_000)
    await order(world, at, bad, 1)
    const commit = world.table.commit
    world.table.commit = async (writes, proof) => {
      const isBad = JSON.stringify(writes).includes(`"C#${bad.slice(4)}"`)
      if (isBad) throw new Problem('request.busy')
      return commit(writes, proof)
    }
    await close(world, at)
    expect(await reportOf(world, at)).toMatchObject({
      counts: { failed: 1 },
      items: [{ outcome: 'failed', problems: [{ code: 'request.busy', message: expect.any(String) }] }],
    })
  })
})
