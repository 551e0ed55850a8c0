import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentCycle, cycleIdOf, cycleKey, partsOfCycleId, saveCycle } from '#calendar'
import { CycleIdField } from '#shared/calendar'
import { addDays, addSeconds, type BusinessDate, instantAt } from '#shared/time'
import { isOpenAt } from '../../functions/calendar/cycle-rules.ts'
import { listCycles } from '../../functions/calendar/list-cycles.ts'
import { aWorld, type FakeWorld } from '../support/fake-world.ts'

const ZONE = 'Asia/Shanghai'
const MONDAY: BusinessDate = '2026-11-23'
let world: FakeWorld

/** XSM-2: opens 19:00 two evenings before the delivery day, closes 16:00 the day before. */
function aWindow(batch: string, closing: BusinessDate) {
  return {
    batch,
    date: closing,
    opensAt: instantAt(addDays(closing, -1), '19:00', ZONE),
    closesAt: instantAt(closing, '16:00', ZONE),
  }
}

beforeEach(async () => {
  world = await aWorld({ now: instantAt(MONDAY, '12:00', ZONE) })
})

describe('ids of cycles', () => {
  it('an id says its batch and day back', () => {
    const batches = fc.stringMatching(/^[a-z]{2,10}(-[0-9])?$/)
    const days = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
    fc.assert(
      fc.property(batches, days, (batch, date) => {
        const cycleId = cycleIdOf({ batch, date })
        expect(partsOfCycleId(cycleId)).toEqual({ batch, date })
        expect(CycleIdField.safeParse(cycleId).success).toBe(true)
      }),
    )
  })

  it.each([
    'cyc_',
    'cyc_daily',
    'cyc_-2026-11-25',
    'cyc_daily-2026-1-25',
    'cyc_daily#1-2026-11-25',
    'cyc_daily-10-2026-11-25',
  ] as const)('%s names no cycle', (cycleId) => {
    expect(partsOfCycleId(cycleId)).toBeUndefined()
    expect(cycleKey(cycleId)).toBeUndefined()
  })
})

describe('the window of a cycle', () => {
  it('it holds its first instant, not its last', () => {
    const window = aWindow('mon', MONDAY)
    expect(isOpenAt(window, addSeconds(window.opensAt, -0.001))).toBe(false)
    expect(isOpenAt(window, window.opensAt)).toBe(true)
    expect(isOpenAt(window, addSeconds(window.closesAt, -0.001))).toBe(true)
    expect(isOpenAt(window, window.closesAt)).toBe(false)
  })
})

describe('the current cycle', () => {
  it('the open one is current until its close', async () => {
    for (const days of [-7, 0, 7]) await saveCycle(world, aWindow('mon', addDays(MONDAY, days)))
    expect(await currentCycle(world, 'mon')).toMatchObject({
      cycleId: 'cyc_mon-2026-11-23',
      isOpen: true,
      now: world.clock.now(),
    })
    world.setNow(addSeconds(instantAt(MONDAY, '16:00', ZONE), -0.001))
    expect(await currentCycle(world, 'mon')).toMatchObject({ cycleId: 'cyc_mon-2026-11-23', isOpen: true })
    world.setNow(instantAt(MONDAY, '16:00', ZONE))
    expect(await currentCycle(world, 'mon')).toMatchObject({ cycleId: 'cyc_mon-2026-11-30', isOpen: false })
  })

  it('overlapping windows, the one that closes first', async () => {
    await saveCycle(world, {
      ...aWindow('daily', MONDAY),
      opensAt: instantAt(addDays(MONDAY, -3), '19:00', ZONE),
    })
    await saveCycle(world, {
      ...aWindow('daily', addDays(MONDAY, 1)),
      opensAt: instantAt(MONDAY, '10:00', ZONE),
    })
    expect(await currentCycle(world, 'daily')).toMatchObject({ date: MONDAY })
  })

  it('without any planned there is none', async () => {
    await saveCycle(world, aWindow('tue', addDays(MONDAY, 1)))
    expect(await currentCycle(world, 'mon')).toBeUndefined()
    expect(await currentCycle(world, 'tu')).toBeUndefined()
  })

  it('a moved window replaces the one before', async () => {
    await saveCycle(world, aWindow('mon', MONDAY))
    const later = instantAt(MONDAY, '20:00', ZONE)
    await saveCycle(world, { ...aWindow('mon', MONDAY), closesAt: later })
    expect(await currentCycle(world, 'mon')).toMatchObject({ closesAt: later })
  })

  it('around midnight in the zone nothing is lost', async () => {
    await saveCycle(world, { ...aWindow('mon', MONDAY), closesAt: instantAt(MONDAY, '23:59', ZONE) })
    world.setNow(instantAt(MONDAY, '23:58', ZONE))
    expect(await currentCycle(world, 'mon')).toMatchObject({ isOpen: true })
    world.setNow(instantAt(addDays(MONDAY, 1), '00:00', ZONE))
    expect(await currentCycle(world, 'mon')).toBeUndefined()
  })
})

describe('the list of cycles', () => {
  it('recent and coming ones, newest first', async () => {
    for (let day = -3; day <= 3; day++) await saveCycle(world, aWindow('daily', addDays(MONDAY, day)))
    await saveCycle(world, aWindow('daily', addDays(MONDAY, 60)))
    const dates = (await listCycles(world)).map(({ date }) => date)
    expect(dates).toEqual([3, 2, 1, 0, -1, -2, -3].map((day) => addDays(MONDAY, day)))
  })
})
