import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BatchPlan, OrderPlan, WindowRule } from '#shared/calendar'
import { isOddWeek, isoWeekOf, isWorkday, mondayOf, weekFiftyThreeAhead } from '#shared/calendar-days'
import { suppliedPlan, tradedPlan } from '#shared/calendar-presets'
import { collisionIn, cyclesOfPlan, fundsUntil } from '#shared/calendar-rules'
import { addDays, type BusinessDate, weekdayOf } from '#shared/time'

const ZONE = 'Asia/Shanghai'
const WEEK = { from: '2026-11-23', to: '2026-11-27' } as const

/** The public holidays of China in 2026 and the weekends worked for them (notice of the State Council). */
const holidays = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const
const year2026 = {
  daysOff: holidays.map(([from, to]) => ({ from, to, name: { zh: '节假日', en: 'Holiday' } })),
  workdays: [
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ] satisfies BusinessDate[],
}

function aBatch(kind: BatchPlan['kind'], weekday: number, window: WindowRule): BatchPlan {
  return { batch: `b-${weekday}`, kind, weekday, name: { zh: '批', en: 'batch' }, window }
}

function batchOf(plan: OrderPlan, code: string): BatchPlan {
  const batch = plan.batches.find((one) => one.batch === code)
  if (!batch) throw new Error(`No batch ${code}`)
  return batch
}

function windowsOf(plan: OrderPlan, code: string, from: BusinessDate, to: BusinessDate) {
  return cyclesOfPlan(plan, batchOf(plan, code), { from, to }, ZONE)
}

describe('windows of a weekly batch', () => {
  // XSM-1: opens Saturday noon for the whole week, closes 23:59 the day before the order day.
  it('one that opens on Saturday noon closes the evening before', () => {
    const windows = [1, 2, 3, 4, 5].map((weekday) => {
      const window = {
        opensDaysBefore: weekday + 1,
        opensAt: '12:00',
        closesDaysBefore: 1,
        closesAt: '23:59',
      }
      const batch = aBatch('weekly', weekday, window as WindowRule)
      return cyclesOfPlan(suppliedPlan, batch, WEEK, ZONE)[0]
    })
    expect(windows.map((window) => window?.opensAt)).toEqual(Array(5).fill('2026-11-21T04:00:00.000Z'))
    expect(windows.map((window) => window?.closesAt)).toEqual([
      '2026-11-22T15:59:00.000Z',
      '2026-11-23T15:59:00.000Z',
      '2026-11-24T15:59:00.000Z',
      '2026-11-25T15:59:00.000Z',
      '2026-11-26T15:59:00.000Z',
    ])
    // Nothing is open from Thursday midnight to Saturday noon: the system is closed Friday 18:00 in between.
    const closed = ['2026-11-27T10:00:00.000Z', '2026-11-28T03:59:59.999Z'] as const
    expect(
      windows.filter((one) => one && closed.some((at) => one.opensAt <= at && at < one.closesAt)),
    ).toEqual([])
  })

  // XSM-2: Monday's batch Saturday 19:00 to Sunday 16:00, Tuesday's Sunday 19:00 to Monday 16:00, and so on.
  it('one that opens two evenings before closes at four', () => {
    const windows = [1, 2, 3, 4, 5].flatMap((day) =>
      windowsOf(suppliedPlan, `weekly-${day}`, WEEK.from, WEEK.to),
    )
    expect(windows.map(({ orderDay, opensAt, closesAt }) => [orderDay, opensAt, closesAt])).toEqual([
      ['2026-11-23', '2026-11-21T11:00:00.000Z', '2026-11-22T08:00:00.000Z'],
      ['2026-11-24', '2026-11-22T11:00:00.000Z', '2026-11-23T08:00:00.000Z'],
      ['2026-11-25', '2026-11-23T11:00:00.000Z', '2026-11-24T08:00:00.000Z'],
      ['2026-11-26', '2026-11-24T11:00:00.000Z', '2026-11-25T08:00:00.000Z'],
      ['2026-11-27', '2026-11-25T11:00:00.000Z', '2026-11-26T08:00:00.000Z'],
    ])
    expect(windows.map(({ date }) => date)).toEqual([22, 23, 24, 25, 26].map((day) => `2026-11-${day}`))
  })

  it('a batch that is not called on has no window', () => {
    const { window } = batchOf(suppliedPlan, 'weekly-1')
    expect(cyclesOfPlan(suppliedPlan, aBatch('none', 1, window), WEEK, ZONE)).toEqual([])
  })
})

describe('odd and even weeks', () => {
  it.each([
    ['2024-12-30', 1],
    ['2026-12-31', 53],
    ['2027-01-01', 53],
    ['2027-01-04', 1],
    ['2026-01-01', 1],
  ] as const)('%s lies in ISO week %d', (date, week) => {
    expect(isoWeekOf(date)).toBe(week)
  })

  it('by ISO number week 53 precedes another odd week', () => {
    expect(['2026-12-28', '2027-01-04'].map((monday) => isOddWeek(monday as BusinessDate))).toEqual([
      true,
      true,
    ])
  })

  it('from an anchor every second week is odd for ever', () => {
    const mondays = fc.integer({ min: -600, max: 600 }).map((weeks) => addDays('2026-11-23', 7 * weeks))
    fc.assert(
      fc.property(mondays, fc.integer({ min: 0, max: 6 }), (monday, day) => {
        const anchor = addDays('2026-11-23', day)
        expect(isOddWeek(monday, anchor)).not.toBe(isOddWeek(addDays(monday, 7), anchor))
        expect(isOddWeek(addDays(monday, 6), anchor)).toBe(isOddWeek(monday, anchor))
      }),
    )
    expect(isOddWeek('2026-11-25', '2026-11-23')).toBe(true)
  })

  it('odd and even batches share the weeks between them', () => {
    const plan = { ...suppliedPlan, oddWeekAnchor: '2026-12-21' as const }
    const range = ['2026-12-01', '2027-02-28'] as const
    const days = ['odd-3', 'even-3'].map((code) =>
      windowsOf(plan, code, ...range).map((one) => one.plannedDay),
    )
    const weekly = windowsOf(plan, 'weekly-3', ...range).map(({ plannedDay }) => plannedDay)
    expect(days.flat().sort()).toEqual(weekly)
    expect(days[0]).toContain('2026-12-23')
    expect(days[1]).toContain('2026-12-30')
    expect(days[0]).toContain('2027-01-06')
  })
})

describe('holidays', () => {
  it('the Spring Festival moves batches and drops none', () => {
    const plan = { ...suppliedPlan, ...year2026 }
    const moved = [1, 2, 3, 4, 5].map((day) =>
      windowsOf(plan, `weekly-${day}`, '2026-02-09', '2026-02-27').map(({ orderDay }) => orderDay),
    )
    expect(moved).toEqual([
      ['2026-02-09', '2026-02-14', '2026-02-24'],
      ['2026-02-10', '2026-02-14', '2026-02-24'],
      ['2026-02-11', '2026-02-14', '2026-02-25'],
      ['2026-02-12', '2026-02-14', '2026-02-26'],
      ['2026-02-13', '2026-02-24', '2026-02-27'],
    ])
  })

  it('a move that the plan names goes before the rule', () => {
    const moves: OrderPlan['moves'] = [
      { from: '2026-10-01', to: '2026-09-29', batch: 'weekly-4' },
      { from: '2026-10-01', to: '2026-10-09' },
    ]
    const plan = { ...suppliedPlan, ...year2026, moves }
    const [cycle] = windowsOf(plan, 'weekly-4', '2026-10-01', '2026-10-01')
    expect(cycle).toMatchObject({
      plannedDay: '2026-10-01',
      orderDay: '2026-09-29',
      date: '2026-09-30',
      closesAt: '2026-09-28T08:00:00.000Z',
    })
    const ids = windowsOf({ ...plan, moves: [] }, 'weekly-4', '2026-10-01', '2026-10-01')
    expect(ids[0]?.date).toBe(cycle?.date)
  })

  it('moves that swap two orders of a batch are found', () => {
    const plan = { ...suppliedPlan, moves: [{ from: '2026-11-26' as const, to: '2026-12-04' as const }] }
    expect(collisionIn(suppliedPlan, '2026-11-23', ZONE)).toBeUndefined()
    expect(collisionIn(plan, '2026-11-23', ZONE)).toEqual({ batch: 'weekly-4', day: '2026-12-03' })
    const closing = { closesDaysBefore: 1, closesAt: '11:00' } as const
    const opening = [
      { opensDaysBefore: 0, opensAt: '12:00' },
      { opensDaysBefore: 1, opensAt: '11:00' },
    ] as const
    for (const opens of opening) {
      const inside = { ...suppliedPlan, batches: [aBatch('weekly', 3, { ...opens, ...closing })] }
      expect(collisionIn(inside, '2026-11-23', ZONE)).toMatchObject({ batch: 'b-3' })
    }
  })

  it('whatever the holidays, each order day has one window', () => {
    const start = '2026-01-05' as BusinessDate
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 8 })), {
      maxLength: 12,
    })
    const kinds = fc.constantFrom('weekly' as const, 'oddWeek' as const, 'evenWeek' as const)
    fc.assert(
      fc.property(spans, kinds, fc.integer({ min: 1, max: 5 }), (off, kind, weekday) => {
        const daysOff = off.map(([first, length]) => ({
          from: addDays(start, first),
          to: addDays(start, first + length),
          name: { zh: '假', en: 'off' },
        }))
        const plan = { ...suppliedPlan, daysOff, oddWeekAnchor: start }
        const batch = aBatch(kind, weekday, batchOf(suppliedPlan, 'weekly-1').window)
        const cycles = cyclesOfPlan(plan, batch, { from: start, to: addDays(start, 209) }, ZONE)
        expect(cycles).toHaveLength(kind === 'weekly' ? 30 : 15)
        expect(new Set(cycles.map(({ date }) => date)).size).toBe(cycles.length)
        for (const [at, cycle] of cycles.entries()) {
          const before = cycles[at - 1]
          expect(cycle.opensAt < cycle.closesAt).toBe(true)
          if (before) expect(before.closesAt <= cycle.opensAt).toBe(true)
        }
      }),
    )
  })
})

describe('the daily cut-off', () => {
  it('weekends and holidays roll to the next business day', () => {
    const plan = { ...tradedPlan, ...year2026 }
    const windows = windowsOf(plan, 'daily', '2026-09-29', '2026-10-12')
    expect(windows.map(({ orderDay }) => orderDay)).toEqual([
      '2026-09-29',
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ])
    for (const [at, window] of windows.entries())
      if (at > 0) expect(window.opensAt).toBe(windows[at - 1]?.closesAt)
    expect(windows[2]).toMatchObject({
      opensAt: '2026-09-30T08:00:00.000Z',
      closesAt: '2026-10-08T08:00:00.000Z',
    })
  })

  it('a Friday moved to Saturday shares no hour with Monday', () => {
    const plan: OrderPlan = { ...tradedPlan, moves: [{ from: '2026-11-27', to: '2026-11-28' }] }
    const windows = windowsOf(plan, 'daily', '2026-11-27', '2026-11-30')
    expect(windows.map(({ opensAt, closesAt }) => [opensAt, closesAt])).toEqual([
      ['2026-11-26T08:00:00.000Z', '2026-11-28T08:00:00.000Z'],
      ['2026-11-28T08:00:00.000Z', '2026-11-30T08:00:00.000Z'],
    ])
  })

  it('only the hour it closes at counts for it', () => {
    const [batch] = tradedPlan.batches
    if (!batch) throw new Error('No batch')
    const window = { opensDaysBefore: 3, opensAt: '17:00', closesDaysBefore: 2, closesAt: '16:00' } as const
    const [cycle] = cyclesOfPlan(tradedPlan, { ...batch, window }, WEEK, ZONE)
    expect(cycle).toMatchObject({ date: '2026-11-23', orderDay: '2026-11-23' })
    expect(cycle).toMatchObject({ opensAt: '2026-11-20T08:00:00.000Z', closesAt: '2026-11-23T08:00:00.000Z' })
  })

  it('a works holiday of four weeks makes one long window', () => {
    const daysOff = [{ from: '2026-08-01', to: '2026-08-30', name: { zh: '停产', en: 'Closed' } } as const]
    const [cycle] = windowsOf({ ...tradedPlan, daysOff }, 'daily', '2026-08-01', '2026-08-31')
    expect(cycle).toMatchObject({ opensAt: '2026-07-31T08:00:00.000Z', closesAt: '2026-08-31T08:00:00.000Z' })
    expect(collisionIn({ ...tradedPlan, daysOff }, '2026-07-20', ZONE)).toBeUndefined()
  })

  it('the workdays of 2026 are those of the notice', () => {
    const days = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at))
    const worked = days.filter((day) => isWorkday(year2026, day))
    expect(worked).toHaveLength(248)
    expect(worked.filter((day) => weekdayOf(day) > 5)).toEqual(year2026.workdays)
  })
})

describe('what follows a close', () => {
  it('an order waits for money until six the day after', () => {
    expect(fundsUntil(suppliedPlan, '2026-11-25', ZONE)).toBe('2026-11-26T10:00:00.000Z')
  })

  it('every week has its Monday', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  })
})

describe('the turn of a long year', () => {
  it('week 53 is told a quarter ahead', () => {
    expect(weekFiftyThreeAhead('2026-09-27')).toBeUndefined()
    expect(weekFiftyThreeAhead('2026-09-28')).toBe('2026-12-28')
    expect(weekFiftyThreeAhead('2027-01-03')).toBe('2026-12-28')
    expect(weekFiftyThreeAhead('2027-01-04')).toBeUndefined()
  })

  it('an odd week two before it keeps weeks alternating', () => {
    const wednesdays = ['2026-12-23', '2026-12-30', '2027-01-06', '2027-01-13'] as const
    expect(wednesdays.map((day) => isOddWeek(day))).toEqual([false, true, true, false])
    expect(wednesdays.map((day) => isOddWeek(day, '2026-12-14'))).toEqual([false, true, false, true])
  })
})
