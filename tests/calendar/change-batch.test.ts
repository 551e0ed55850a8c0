import { beforeEach, describe, expect, it } from 'vitest'
import { getOrderPlan, layOutCycles, saveOrderPlan } from '#calendar'
import type { BatchPlan, OrderPlan, PlanPreview } from '#shared/calendar'
import { suppliedPlan } from '#shared/calendar-presets'
import { instantAt } from '#shared/time'
import { cyclesOfBatch } from '../../functions/calendar/cycle-store.ts'
import { deliverDue, runDue } from '../../functions/entry/schedule.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const ZONE = 'Asia/Shanghai'
const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call

beforeEach(async () => {
  world = await aWorld({ now: instantAt('2026-11-23', '09:00', ZONE) })
  await aCompany(world)
  call = apiOf(world)
  await keep(suppliedPlan)
})

function withDays(batch: string, days: Partial<BatchPlan>): OrderPlan {
  const batches = suppliedPlan.batches.map((one) => (one.batch === batch ? { ...one, ...days } : one))
  return { ...suppliedPlan, batches }
}

async function keep(plan: OrderPlan): Promise<void> {
  const { version } = await getOrderPlan(world)
  await saveOrderPlan(world, tester, { plan, reason: '改送货线路', baseVersion: version })
  await layOutCycles(world)
}

async function daysOf(batch: string): Promise<string[]> {
  const cycles = await cyclesOfBatch(world.table, batch, '2026-11-01', 100)
  return cycles.map(({ orderDay }) => String(orderDay)).sort()
}

async function preview(plan: OrderPlan): Promise<PlanPreview> {
  const cookie = await aSession(world, await someStaff(world, [{ role: 'administrator', unitPath: 'hq' }]))
  const answer = await call('/order-plan/preview', { method: 'POST', cookie, body: { plan } })
  expect(answer.status, answer.text).toBe(200)
  return JSON.parse(answer.text)
}

describe('another weekday of a batch', () => {
  it('moves the coming cycles, which keep their ids', async () => {
    const before = await cyclesOfBatch(world.table, 'weekly-4', '2026-11-01', 100)
    await keep(withDays('weekly-4', { weekday: 5 }))
    const after = await cyclesOfBatch(world.table, 'weekly-4', '2026-11-01', 100)
    expect(after.map(({ date }) => date)).toEqual(before.map(({ date }) => date))
    expect(await daysOf('weekly-4')).toEqual(['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18'])
    expect(after[0]).toMatchObject({
      closesAt: instantAt('2026-11-26', '16:00', ZONE),
      reason: '改送货线路',
    })
    await keep(suppliedPlan)
    expect(await daysOf('weekly-4')).toEqual(['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17'])
  })

  it('leaves the week alone whose window is open', async () => {
    // Tuesday's window is open since Sunday evening.
    await keep(withDays('weekly-2', { weekday: 4 }))
    expect(await daysOf('weekly-2')).toEqual(['2026-11-24', '2026-12-03', '2026-12-10', '2026-12-17'])
  })

  it('leaves the week alone whose new window would be past', async () => {
    await keep(withDays('weekly-5', { weekday: 1 }))
    expect((await daysOf('weekly-5')).slice(0, 2)).toEqual(['2026-11-27', '2026-11-30'])
  })

  it('is said once however often it is laid out', async () => {
    await keep(withDays('weekly-4', { weekday: 5 }))
    world.setNow(instantAt('2026-11-24', '09:00', ZONE))
    await layOutCycles(world)
    const cycles = await cyclesOfBatch(world.table, 'weekly-4', '2026-11-01', 100)
    expect(cycles.slice(0, 4).map(({ version }) => version)).toEqual([2, 2, 2, 2])
  })

  it('is announced to the shops of the batch', async () => {
    const customerId = await aCustomer(world, '1', { batch: 'weekly-4' })
    const owner = await aMember(world, customerId)
    await keep(withDays('weekly-4', { weekday: 5 }))
    for (let turn = 1; turn <= 3; turn++) {
      while ((await deliverDue(world)) > 0);
      await runDue(world)
    }
    const cookie = await aSession(world, owner, customerId)
    const { items } = JSON.parse((await call('/messages', { cookie })).text)
    expect(items).toHaveLength(4)
    expect(JSON.stringify(items)).toContain('改送货线路')
  })
})

describe('another kind of a batch', () => {
  it('odd weeks keep theirs, even weeks are put off', async () => {
    await keep(withDays('weekly-4', { kind: 'oddWeek' }))
    expect(await daysOf('weekly-4')).toEqual(['2026-12-03', '2026-12-17'])
  })

  it('every week fills the weeks between', async () => {
    await keep(withDays('odd-4', { kind: 'weekly' }))
    expect(await daysOf('odd-4')).toEqual(['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17'])
  })

  it('a batch no longer called on has no cycles', async () => {
    await keep(withDays('weekly-4', { kind: 'none', weekday: undefined }))
    expect(await daysOf('weekly-4')).toEqual([])
  })
})

describe('a plan that is looked at before it is kept', () => {
  it('says what moves for how many shops', async () => {
    await aCustomer(world, '1', { batch: 'weekly-4' })
    await aCustomer(world, '2', { batch: 'weekly-4' })
    const { items } = await preview(withDays('weekly-4', { weekday: 5 }))
    expect(items).toMatchObject([{ batch: 'weekly-4', shops: 2, dropped: [] }])
    expect(items[0]?.moved).toHaveLength(4)
    expect(items[0]?.moved[0]).toMatchObject({
      from: { orderDay: '2026-11-26' },
      to: { orderDay: '2026-11-27' },
    })
    expect((await getOrderPlan(world)).version).toBe(1)
  })

  it('names the windows that would be put off', async () => {
    const { items } = await preview(withDays('weekly-4', { kind: 'evenWeek' }))
    expect(items[0]?.dropped).toMatchObject([{ orderDay: '2026-12-03' }, { orderDay: '2026-12-17' }])
  })

  it('says nothing of what stays as it was', async () => {
    expect(await preview({ ...suppliedPlan, graceSeconds: 240 })).toEqual({ items: [] })
  })
})

describe('what a plan changes besides its days', () => {
  it('coming and open cycles are due by the new minutes', async () => {
    const dueOf = async () =>
      (await cyclesOfBatch(world.table, 'weekly-3', '2026-11-23', 1)).map(({ closesAt, dueAt }) =>
        dueAt ? (Date.parse(closesAt) - Date.parse(dueAt)) / 60_000 : undefined,
      )
    expect(await dueOf()).toEqual([30])
    await keep({ ...suppliedPlan, remindMinutes: 90 })
    expect(await dueOf()).toEqual([90])
  })

  it('cycles know whether their shops are called every week', async () => {
    const isBiweekly = async (batch: string) =>
      new Set((await cyclesOfBatch(world.table, batch, '2026-11-23', 9)).map((cycle) => cycle.isBiweekly))
    expect(await isBiweekly('odd-4')).toEqual(new Set([true]))
    expect(await isBiweekly('weekly-4')).toEqual(new Set([false]))
    await keep(withDays('odd-4', { kind: 'weekly' }))
    expect(await isBiweekly('odd-4')).toEqual(new Set([false]))
  })
})
