import { beforeEach, describe, expect, it } from 'vitest'
import { cycleIdOf, getOrderPlan, layOutCycles, saveOrderPlan } from '#calendar'
import type { OrderPlan } from '#shared/calendar'
import { suppliedPlan, tradedPlan } from '#shared/calendar-presets'
import { addDays, type BusinessDate, instantAt } from '#shared/time'
import { cyclesOfBatch } from '../../functions/calendar/cycle-store.ts'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const ZONE = 'Asia/Shanghai'
const MONDAY: BusinessDate = '2026-11-23'
const tester = { kind: 'system', name: 'tests' } as const
let world: FakeWorld
let call: Call

beforeEach(async () => {
  world = await aWorld({ now: instantAt(MONDAY, '09:00', ZONE) })
  await aCompany(world)
  call = apiOf(world)
})

async function keep(plan: OrderPlan, reason = '试'): Promise<void> {
  const { version } = await getOrderPlan(world)
  await saveOrderPlan(world, tester, { plan, reason, baseVersion: version })
  await layOutCycles(world)
}

async function cyclesOf(batch: string) {
  return cyclesOfBatch(world.table, batch, addDays(MONDAY, -30), 100)
}

async function eventsOf(batch: string) {
  const { items } = await world.table.query(
    { room: '', name: '', question: '', read: 'query', pk: 'B#{batch}', sk: '@{x}' } as const,
    { batch },
  )
  return items
}

async function asStaff(role: 'administrator' | 'order-desk' | 'analyst', unitPath = 'hq') {
  return aSession(world, await someStaff(world, [{ role, unitPath }]))
}

describe('laying cycles out', () => {
  it('a company without a plan gets no cycles', async () => {
    expect(await layOutCycles(world)).toBe(0)
    expect(await getOrderPlan(world)).toMatchObject({ version: 0, plan: suppliedPlan, timeZone: ZONE })
  })

  it('a plan puts its coming cycles in once', async () => {
    await keep(suppliedPlan)
    const thursdays = await cyclesOf('weekly-4')
    expect(thursdays.map(({ orderDay }) => orderDay)).toEqual([
      '2026-11-26',
      '2026-12-03',
      '2026-12-10',
      '2026-12-17',
    ])
    expect(thursdays[0]).toMatchObject({ date: '2026-11-25', version: 1 })
    expect(await layOutCycles(world)).toBe(0)
    world.pass(7 * 86_400)
    expect(await layOutCycles(world)).toBeGreaterThan(0)
    expect((await cyclesOf('weekly-4')).at(-1)?.orderDay).toBe('2026-12-24')
  })

  it('several processes put each cycle in once', async () => {
    await saveOrderPlan(world, tester, { plan: suppliedPlan, reason: '试', baseVersion: 0 })
    await Promise.all([layOutCycles(world), layOutCycles(world), layOutCycles(world)])
    const all = (await Promise.all(suppliedPlan.batches.map(({ batch }) => cyclesOf(batch)))).flat()
    expect(new Set(all.map(cycleIdOf)).size).toBe(all.length)
    expect(all.every(({ version }) => version === 1)).toBe(true)
  })

  it('a new holiday moves what is not open yet', async () => {
    await keep(suppliedPlan)
    const daysOff = [{ from: '2026-11-24', to: '2026-12-03', name: { zh: '假', en: 'Off' } }] as const
    await keep({ ...suppliedPlan, daysOff: [...daysOff] }, '放假')
    const [first, second] = await cyclesOf('weekly-4')
    expect([first, second]).toMatchObject([
      { date: '2026-11-25', orderDay: '2026-11-23', version: 2, reason: '放假' },
      { date: '2026-12-02', orderDay: '2026-12-04' },
    ])
    // Tuesday's window is open since Sunday evening: nobody's order is moved.
    expect((await cyclesOf('weekly-2'))[0]).toMatchObject({ orderDay: '2026-11-24', version: 1 })
    expect((await eventsOf('weekly-4'))[0]).toMatchObject({
      type: 'cycle.changed',
      about: { cycleId: 'cyc_weekly-4-2026-11-25', batch: 'weekly-4' },
      change: {
        orderDay: { from: '2026-11-26', to: '2026-11-23' },
        reason: '放假',
        version: { from: 1, to: 2 },
      },
    })
  })

  it('a business day that becomes a holiday rolls on', async () => {
    await keep(tradedPlan)
    const daysOff = [{ from: '2026-11-26', to: '2026-11-26', name: { zh: '假', en: 'Off' } }] as const
    await keep({ ...tradedPlan, daysOff: [...daysOff] }, '盘点')
    const days = await cyclesOf('daily')
    expect(days.slice(0, 4).map(({ date }) => date)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-27',
    ])
    expect(days[3]).toMatchObject({ opensAt: days[2]?.closesAt, reason: '盘点' })
    const told = (await eventsOf('daily')).map(({ type }) => type)
    expect(told.sort()).toEqual(['cycle.changed', 'cycle.rolled'])
  })
})

describe('the plan through the API', () => {
  it('an administrator keeps a plan, others only look', async () => {
    const admin = await asStaff('administrator')
    const seen = await call('/order-plan', { cookie: await asStaff('analyst') })
    expect(seen.body).toMatchObject({ version: 0, timeZone: ZONE })
    const body = { plan: { ...suppliedPlan, weeksAhead: 2 }, reason: '先排两周' }
    const put = { method: 'PUT', headers: { 'if-match': '"0"' }, body }
    expect((await call('/order-plan', { ...put, cookie: await asStaff('order-desk') })).status).toBe(403)
    expect((await call('/order-plan', { ...put, cookie: admin })).body).toMatchObject({ version: 1 })
    expect((await call('/order-plan', { ...put, cookie: admin })).status).toBe(412)
  })

  it('a plan whose windows collide is refused with the day', async () => {
    const moves = [{ from: '2026-11-26', to: '2026-12-04' }]
    const repeated = {
      ...suppliedPlan,
      batches: [...suppliedPlan.batches, ...suppliedPlan.batches.slice(0, 1)],
    }
    const cookie = await asStaff('administrator')
    const put = { method: 'PUT', headers: { 'if-match': '"0"' }, cookie }
    const refused = await call('/order-plan', {
      ...put,
      body: { plan: { ...suppliedPlan, moves }, reason: '改' },
    })
    expect(refused.body).toMatchObject({
      code: 'calendar.plan_collides',
      facts: { batch: 'weekly-4', day: '2026-12-03' },
    })
    expect(
      (await call('/order-plan', { ...put, body: { plan: repeated, reason: '改' } })).body,
    ).toMatchObject({
      code: 'calendar.batch_repeated',
    })
  })
})
