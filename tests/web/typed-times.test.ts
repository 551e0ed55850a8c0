import { describe, expect, it } from 'vitest'
import type { BatchPlan, CycleDetails } from '#shared/calendar'
import { suppliedPlan } from '#shared/calendar-presets'
import { daysWithin, unreadDays } from '../../web/src/features/calendar/days-typed.ts'
import { freeCode, newBatch } from '../../web/src/features/calendar/new-batch.ts'
import {
  changeOf,
  errorsOfTimes,
  timesOf,
  unreadTimes,
  withOrderDay,
} from '../../web/src/features/calendar/typed-times.ts'

const ZONE = 'Asia/Shanghai'
const cycle: CycleDetails = {
  cycleId: 'cyc_weekly-4-2026-11-25',
  batch: 'weekly-4',
  date: '2026-11-25',
  plannedDay: '2026-11-26',
  orderDay: '2026-11-26',
  opensAt: '2026-11-24T11:00:30.000Z',
  closesAt: '2026-11-25T08:00:00.000Z',
  isOpen: false,
  now: '2026-11-23T04:00:00.000Z',
  state: 'coming',
  version: 1,
}

describe('the times of a cycle as they are typed', () => {
  it('another order day takes the window along', () => {
    expect(withOrderDay(timesOf(cycle, ZONE), '2026-11-27')).toMatchObject({
      orderDay: '2026-11-27',
      opensAt: '2026-11-25T19:00',
      closesAt: '2026-11-26T16:00',
    })
  })

  it('a day half typed moves nothing', () => {
    expect(withOrderDay(timesOf(cycle, ZONE), '')).toEqual(timesOf(cycle, ZONE))
  })

  it('a time that nobody touched stays to the second', () => {
    const typed = { ...timesOf(cycle, ZONE), closesAt: '2026-11-25T18:30', reason: ' 路面结冰 ' }
    expect(changeOf(cycle, typed, ZONE)).toEqual({
      opensAt: cycle.opensAt,
      closesAt: '2026-11-25T10:30:00.000Z',
      orderDay: '2026-11-26',
      reason: '路面结冰',
    })
  })

  it('a cycle without an order day gets none unasked', () => {
    const { orderDay: _, ...planless } = cycle
    expect(changeOf(planless, timesOf(planless, ZONE), ZONE)).not.toHaveProperty('orderDay')
    const moved = withOrderDay(timesOf(planless, ZONE), '2026-11-27')
    expect(changeOf(planless, moved, ZONE)).toMatchObject({ orderDay: '2026-11-27' })
  })

  it('a year half typed is no time', () => {
    const typed = { ...timesOf(cycle, ZONE), opensAt: '0226-11-25T16:00', closesAt: '202620-11-25T16:00' }
    expect(unreadTimes(typed, ZONE)).toEqual(['opensAt', 'closesAt'])
    expect(unreadTimes({ ...typed, orderDay: '2026-02-30' }, ZONE)).toContain('orderDay')
    expect(unreadTimes(timesOf(cycle, ZONE), ZONE)).toEqual([])
  })

  it('a refusal stands at the field it concerns', () => {
    const refused = { message: '不行', entries: [] }
    expect(errorsOfTimes({ ...refused, code: 'calendar.too_late' })).toEqual({ opensAt: '不行' })
    expect(errorsOfTimes({ ...refused, code: 'calendar.order_of_closes' })).toEqual({ closesAt: '不行' })
    expect(errorsOfTimes({ ...refused, code: 'calendar.cycle_over' })).toEqual({})
    const entries = [{ path: 'reason', code: 'too_big', message: '太长' }]
    expect(errorsOfTimes({ message: '', entries, code: 'request.invalid' })).toEqual({ reason: '太长' })
  })
})

describe('what the order plan form makes of what is typed', () => {
  it('a code follows its days unless it is taken', () => {
    const { batches } = suppliedPlan
    expect(freeCode([], { kind: 'oddWeek', weekday: 3 })).toBe('odd-3')
    expect(freeCode(batches, { kind: 'oddWeek', weekday: 3 })).toBe('batch-0')
    expect(freeCode(batches, { kind: 'daily' })).toBe('daily')
  })

  it('a new batch has the window of the others', () => {
    const closesAt = '12:30'
    const other: BatchPlan = {
      batch: 'weekly-2',
      kind: 'weekly',
      weekday: 2,
      name: { zh: '二', en: 'Two' },
      window: { opensDaysBefore: 3, opensAt: '09:00', closesDaysBefore: 1, closesAt },
    }
    expect(newBatch([other])).toMatchObject({ batch: 'weekly-1', window: { closesAt } })
  })

  it('what is no day is named', () => {
    expect(daysWithin('2026-10-10，2026-10-11')).toEqual(['2026-10-10', '2026-10-11'])
    expect(unreadDays('2026-10-10 10月11日')).toEqual(['10月11日'])
  })
})
