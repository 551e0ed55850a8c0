import { beforeAll, describe, expect, it } from 'vitest'
import { getOrderPlan, saveOrderPlan } from '#calendar'
import { saveStandingDraft } from '#drafts'
import { saveBuyerSettings } from '#orders'
import { suppliedPlan } from '#shared/calendar-presets'
import type { HistoryEntry } from '#shared/history'
import { HistoryPage } from '#shared/records'
import { changeLimits } from '#supply'
import { apiOf, type Call } from '../support/api-client.ts'
import {
  aCompany,
  aCustomer,
  aCycle,
  aMember,
  aRelease,
  aSession,
  someProducts,
  someStaff,
} from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call
let cookie: string

beforeAll(async () => {
  world = await aWorld()
  await aCompany(world)
  call = apiOf(world)
  cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
})

async function told(path: string, as = cookie): Promise<HistoryEntry[]> {
  return HistoryPage.parse((await call(`${path}/history`, { cookie: as })).body).items
}

async function asOf(path: string, at: string, as = cookie) {
  return (await call(`${path}/history/record?at=${at}`, { cookie: as })).body.record
}

describe('history of what ordering rests on', () => {
  it('the order plan tells what changed and why', async () => {
    const save = async (weeksAhead: number, reason: string) => {
      const { version } = await getOrderPlan(world)
      const plan = { ...suppliedPlan, weeksAhead }
      await saveOrderPlan(world, tester, { plan, reason, baseVersion: version })
    }
    await save(4, '开始')
    const then = world.clock.now()
    world.pass(60)
    await save(6, '多排两周')
    expect(await told('/order-plan')).toMatchObject([
      { type: 'order_plan.saved', change: { weeksAhead: { from: 4, to: 6 }, reason: '多排两周' } },
      { change: { version: { from: 0, to: 1 } } },
    ])
    expect(await asOf('/order-plan', then)).toMatchObject({ weeksAhead: 4, version: 1 })
  })

  it('limits of buyers tell whose went where', async () => {
    const customerId = await aCustomer(world, '1', { batch: 'weekly-1' })
    const buyer = await aMember(world, customerId, 'buyer')
    const owner = await aSession(world, await aMember(world, customerId, 'owner'), customerId)
    const path = `/customers/${customerId}/buyer-settings`
    expect(await told(path, owner)).toEqual([])
    const settle = (amount: number, baseVersion: number) => {
      const limits = [{ personId: buyer, amount, period: 'week' } as const]
      return saveBuyerSettings(world, tester, { customerId, approval: 'always', limits, baseVersion })
    }
    await settle(1000, 0)
    const then = world.clock.now()
    world.pass(60)
    await settle(2000, 1)
    const limit = { amount: 1000, period: 'week' }
    expect((await told(path, owner))[0]?.change).toMatchObject({
      [`limitOf ${buyer}`]: { from: limit, to: { amount: 2000, period: 'week' } },
    })
    expect(await asOf(path, then, owner)).toMatchObject({ [`limitOf ${buyer}`]: limit, version: 1 })
    const theirs = await aSession(world, buyer, customerId)
    expect((await call(`${path}/history`, { cookie: theirs })).status).toBe(403)
  })

  it('a shop tells who had its draft placed', async () => {
    const customerId = await aCustomer(world, '2', { batch: 'weekly-1' })
    const owner = await aSession(world, await aMember(world, customerId, 'owner'), customerId)
    const choose = (isOn: boolean, baseVersion: number) =>
      saveStandingDraft(world, tester, { customerId, isOn, leavesOut: true, baseVersion })
    await choose(true, 0)
    const then = world.clock.now()
    world.pass(60)
    await choose(false, 1)
    const path = `/customers/${customerId}/standing-draft`
    expect(await told(path, owner)).toMatchObject([
      { type: 'standing_draft.saved', change: { isOn: { from: true, to: false } } },
      { change: { isOn: { from: null, to: true } } },
    ])
    expect(await asOf(path, then, owner)).toEqual({ isOn: true, leavesOut: true, version: 1 })
  })

  it('a changed limit names its product', async () => {
    const cycleId = await aCycle(world)
    const [productId = 'prd_'] = await someProducts(world, [{ code: 'A', name: { zh: '云岭', en: 'Yun' } }])
    await aRelease(world, cycleId, { limits: [{ productId, grade: 18, quantity: 3 }] })
    await changeLimits(world, tester, cycleId, {
      changes: [{ productId, grade: 18, quantity: 5 }],
      countShops: async () => new Map(),
    })
    const [newest] = await told(`/cycles/${cycleId}/release`)
    const bare = productId.slice('prd_'.length)
    expect(newest?.change).toMatchObject({
      [`limit ${bare} 18`]: { from: 3, to: 5 },
      productNames: { [bare]: { zh: '云岭' } },
    })
  })
})
