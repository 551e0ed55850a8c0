import { describe, expect, it } from 'vitest'
import type { Instant } from '#shared/time'
import {
  changeRefusal,
  dueAtOf,
  isOpenAt,
  momentWithin,
  stateAt,
} from '../../functions/calendar/cycle-rules.ts'

// Hainan's Wednesday batch: Monday 19:00 to Tuesday 16:00 (supply and ordering, section 1, example b).
const opensAt: Instant = '2026-11-23T11:00:00.000Z'
const closesAt: Instant = '2026-11-24T08:00:00.000Z'
const cycle = { opensAt, closesAt, date: '2026-11-24', orderDay: '2026-11-25' } as const
const asItIs = { opensAt, closesAt, orderDay: '2026-11-25' } as const
const onTheDay = { closingDay: '2026-11-24' } as const
const long: Instant = '2026-11-20T00:00:00.000Z'
const within: Instant = '2026-11-24T00:00:00.000Z'

describe('the window of a cycle', () => {
  it.each<[Instant, string]>([
    ['2026-11-23T10:59:59.999Z', 'coming'],
    [opensAt, 'open'],
    ['2026-11-24T07:59:59.999Z', 'open'],
    [closesAt, 'over'],
  ])('at %s it is %s', (now, state) => {
    expect(stateAt(cycle, now)).toBe(state)
    expect(isOpenAt(cycle, now)).toBe(state === 'open')
  })

  it('once shut it is over, once closed it stays closed', () => {
    expect(stateAt({ ...cycle, phase: 'shut' }, within)).toBe('over')
    expect(stateAt({ ...cycle, phase: 'closed' }, within)).toBe('closed')
  })

  it('an order in a shut cycle comes after its close', () => {
    expect(momentWithin({ closesAt, phase: 'shut' }, within)).toBe(closesAt)
    expect(momentWithin({ closesAt, phase: 'closed' }, '2026-11-24T09:00:00.000Z')).toBe(
      '2026-11-24T09:00:00.000Z',
    )
    expect(momentWithin({ closesAt }, within)).toBe(within)
  })
})

describe('when a cycle is looked at', () => {
  const plan = { graceSeconds: 120, remindMinutes: 30 }

  it('half an hour before the close, then two minutes after', () => {
    expect(dueAtOf(cycle, plan)).toBe('2026-11-24T07:30:00.000Z')
    expect(dueAtOf({ ...cycle, isReminded: true }, plan)).toBe('2026-11-24T08:02:00.000Z')
  })

  it('once shut only when its closing says so', () => {
    const lookAt: Instant = '2026-11-25T10:00:00.000Z'
    expect(dueAtOf({ ...cycle, phase: 'shut', lookAt }, plan)).toBe(lookAt)
    expect(dueAtOf({ ...cycle, phase: 'closed' }, plan)).toBeUndefined()
  })
})

describe('changing a cycle ahead', () => {
  const refusal = (change: Partial<typeof asItIs> | object, around: object = {}, now: Instant = long) =>
    changeRefusal(cycle, { ...asItIs, ...change }, { ...onTheDay, ...around }, now)

  it('other times are taken while it is far ahead', () => {
    expect(
      refusal({ opensAt: '2026-11-23T10:00:00.000Z', closesAt: '2026-11-24T09:00:00.000Z' }),
    ).toBeUndefined()
    expect(refusal({ orderDay: '2026-11-26' })).toBeUndefined()
  })

  it('a window closes after it opens', () => {
    expect(refusal({ closesAt: opensAt })).toEqual({ code: 'calendar.window_empty' })
    expect(refusal({ closesAt: '2026-11-23T11:00:00.001Z' })).toBeUndefined()
  })

  it('ten minutes are left to tell the shops', () => {
    const now: Instant = '2026-11-23T08:00:00.000Z'
    expect(refusal({ opensAt: '2026-11-23T08:10:00.000Z' }, {}, now)).toBeUndefined()
    expect(refusal({ opensAt: '2026-11-23T08:09:59.999Z' }, {}, now)).toEqual({
      code: 'calendar.too_late',
      minutes: 10,
    })
  })

  it.each([
    ['2026-11-10', undefined],
    ['2026-11-09', { code: 'calendar.moved_too_far', days: 14 }],
    ['2026-12-08', undefined],
    ['2026-12-09', { code: 'calendar.moved_too_far', days: 14 }],
  ])('moved to %s: %j', (closingDay, expected) => {
    expect(refusal({ orderDay: '2026-12-31' }, { closingDay })).toEqual(expected)
  })

  it('a window never closes after its order day', () => {
    const refused = { code: 'calendar.after_order_day', day: '2026-11-25' }
    expect(refusal({}, { closingDay: '2026-11-25' })).toBeUndefined()
    expect(refusal({}, { closingDay: '2026-11-26' })).toEqual(refused)
    expect(refusal({ orderDay: '2026-11-26' }, { closingDay: '2026-11-26' })).toBeUndefined()
    expect(refusal({}, { closingDay: '2026-12-02' }, within)).toEqual(refused)
  })

  it('two closes of a batch never meet or swap', () => {
    const around = (before: Instant, after: Instant) => ({
      before: { opensAt: before, closesAt: before },
      after: { opensAt: after, closesAt: after },
    })
    const swapped = { code: 'calendar.order_of_closes' }
    expect(refusal({}, around('2026-11-24T07:59:59.999Z', '2026-11-24T08:00:00.001Z'))).toBeUndefined()
    expect(refusal({}, around(closesAt, '2026-11-24T08:00:00.001Z'))).toEqual(swapped)
    expect(refusal({}, around('2026-11-24T07:59:59.999Z', closesAt))).toEqual(swapped)
    expect(refusal({}, { before: { opensAt, closesAt } })).toEqual(swapped)
    expect(refusal({}, { after: { opensAt, closesAt } })).toEqual(swapped)
  })
})

describe('changing an open cycle', () => {
  const open = { code: 'calendar.cycle_open' }
  const refusal = (change: object, now: Instant = within) =>
    changeRefusal(cycle, { ...asItIs, ...change }, onTheDay, now)

  it('it may close later and nothing else', () => {
    expect(refusal({ closesAt: '2026-11-24T09:00:00.000Z' })).toBeUndefined()
    expect(refusal({})).toBeUndefined()
    expect(refusal({ closesAt: '2026-11-24T07:59:59.999Z' })).toEqual(open)
    expect(refusal({ opensAt: '2026-11-23T10:00:00.000Z' })).toEqual(open)
    expect(refusal({ orderDay: '2026-11-26' })).toEqual(open)
  })

  it('ten minutes before it opens it counts as open', () => {
    const other = { opensAt: '2026-11-23T12:00:00.000Z' }
    expect(refusal(other, '2026-11-23T10:50:00.000Z')).toEqual(open)
    expect(refusal(other, '2026-11-23T10:49:59.999Z')).toBeUndefined()
  })

  it('what is over or shut stays as it was', () => {
    const over = { code: 'calendar.cycle_over' }
    expect(refusal({ closesAt: '2026-11-24T09:00:00.000Z' }, closesAt)).toEqual(over)
    expect(refusal({}, '2026-11-24T07:59:59.999Z')).toBeUndefined()
    expect(changeRefusal({ ...cycle, phase: 'shut' }, asItIs, onTheDay, within)).toEqual(over)
  })
})
