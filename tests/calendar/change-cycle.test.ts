import { beforeEach, describe, expect, it } from 'vitest'
import { currentCycle, saveCycle } from '#calendar'
import { addDays, addSeconds, type BusinessDate, type Instant, instantAt } from '#shared/time'
import { apiOf, type Call } from '../support/api-client.ts'
import { aCompany, aCustomer, aMember, aSession, someStaff } from '../support/builders.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const ZONE = 'Asia/Shanghai'
const MONDAY: BusinessDate = '2026-11-23'
let world: FakeWorld
let call: Call
let desk: string

/** Closes at four on the day, opened the evening before. */
const aWindow = (date: BusinessDate) => ({
  batch: 'mon',
  date,
  opensAt: instantAt(addDays(date, -1), '19:00', ZONE),
  closesAt: instantAt(date, '16:00', ZONE),
})

beforeEach(async () => {
  world = await aWorld({ now: instantAt(addDays(MONDAY, -2), '12:00', ZONE) })
  await aCompany(world)
  for (const days of [-7, 0, 7]) await saveCycle(world, aWindow(addDays(MONDAY, days)))
  desk = await aDesk()
  call = apiOf(world)
})

async function aDesk(): Promise<string> {
  return aSession(world, await someStaff(world, [{ role: 'order-desk', unitPath: 'hq' }]))
}

type Asked = { opensAt: Instant; closesAt: Instant; orderDay?: BusinessDate; reason?: string }

function change(asked: Asked, version = 1, cookie = desk) {
  return call(`/cycles/cyc_mon-${MONDAY}`, {
    method: 'PUT',
    cookie,
    headers: { 'if-match': `"${version}"` },
    body: { reason: '大雪封路', ...asked },
  })
}

describe('a coming cycle', () => {
  it('staff move it to another day with a reason', async () => {
    const tuesday = aWindow(addDays(MONDAY, 1))
    const times = { opensAt: tuesday.opensAt, closesAt: tuesday.closesAt }
    const answer = await change({ ...times, orderDay: '2026-11-25' })
    expect(answer.body).toMatchObject({
      cycleId: `cyc_mon-${MONDAY}`,
      ...times,
      orderDay: '2026-11-25',
      reason: '大雪封路',
      version: 2,
    })
    const { body } = await call(`/cycles/cyc_mon-${MONDAY}/history`, { cookie: desk })
    expect(body.items).toMatchObject([
      {
        type: 'cycle.changed',
        by: { kind: 'staff' },
        change: {
          opensAt: { to: tuesday.opensAt },
          closesAt: { from: aWindow(MONDAY).closesAt, to: tuesday.closesAt },
          reason: '大雪封路',
          version: { from: 1, to: 2 },
        },
      },
    ])
    world.setNow(addSeconds(tuesday.opensAt, 60))
    expect(await currentCycle(world, 'mon')).toMatchObject({ cycleId: `cyc_mon-${MONDAY}`, isOpen: true })
  })

  it('a change from an old version is refused', async () => {
    const { opensAt, closesAt } = aWindow(MONDAY)
    expect((await change({ opensAt, closesAt: addSeconds(closesAt, 60) })).status).toBe(200)
    expect((await change({ opensAt, closesAt: addSeconds(closesAt, 90) })).body).toMatchObject({
      status: 412,
      facts: { current: 2 },
    })
  })

  it.each([
    ['calendar.too_late', '2026-11-21', '12:05', '2026-11-23', '16:00'],
    ['calendar.window_empty', '2026-11-23', '16:00', '2026-11-23', '16:00'],
    ['calendar.order_of_closes', '2026-11-29', '19:00', '2026-11-30', '16:00'],
    ['calendar.moved_too_far', '2026-12-20', '19:00', '2026-12-21', '16:00'],
  ] as const)('a change that says %s is refused', async (code, openDay, opens, closeDay, closes) => {
    const times = { opensAt: instantAt(openDay, opens, ZONE), closesAt: instantAt(closeDay, closes, ZONE) }
    expect((await change(times)).body).toMatchObject({ code })
    expect((await call(`/cycles/cyc_mon-${MONDAY}`, { cookie: desk })).body).toMatchObject({ version: 1 })
  })

  it('nobody below the root of the company changes it', async () => {
    const { opensAt, closesAt } = aWindow(MONDAY)
    const county = await aSession(
      world,
      await someStaff(world, [{ role: 'order-desk', unitPath: 'hq/53/5301' }]),
    )
    expect((await change({ opensAt, closesAt }, 1, county)).status).toBe(403)
  })
})

describe('an open cycle', () => {
  beforeEach(async () => {
    world.setNow(instantAt(MONDAY, '10:00', ZONE))
    desk = await aDesk()
  })

  it('it may only close later', async () => {
    const { opensAt, closesAt } = aWindow(MONDAY)
    expect((await change({ opensAt, closesAt: addSeconds(closesAt, -60) })).body).toMatchObject({
      code: 'calendar.cycle_open',
    })
    const moved = { opensAt: addSeconds(opensAt, 86_400), closesAt: addSeconds(closesAt, 86_400) }
    expect((await change(moved)).body).toMatchObject({ code: 'calendar.cycle_open' })
    expect((await change({ opensAt, closesAt: addSeconds(closesAt, 3600) })).status).toBe(200)
  })

  it('one that is over stays as it was', async () => {
    const { opensAt, closesAt } = aWindow(MONDAY)
    world.setNow(closesAt)
    expect((await change({ opensAt, closesAt: addSeconds(closesAt, 3600) })).body).toMatchObject({
      code: 'calendar.cycle_over',
    })
  })
})

describe('the calendar of a shop', () => {
  it('a shop sees the coming cycles of its own batch', async () => {
    const customerId = await aCustomer(world, '183', { batch: 'mon' })
    const cookie = await aSession(world, await aMember(world, customerId, 'read-only'), customerId)
    const { body } = await call(`/customers/${customerId}/cycles`, { cookie })
    expect(body.items).toMatchObject([
      { date: MONDAY, state: 'coming' },
      { date: addDays(MONDAY, 7), state: 'coming' },
    ])
  })

  it('staff list the cycles of the days they ask for', async () => {
    const { body } = await call(`/cycles?from=${MONDAY}&to=${addDays(MONDAY, 7)}&batch=mon`, { cookie: desk })
    expect(body.items).toMatchObject([{ date: addDays(MONDAY, 7) }, { date: MONDAY }])
  })
})
