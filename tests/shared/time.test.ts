import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addSeconds,
  businessDateOf,
  type Instant,
  instantAt,
  instantOf,
  isWithin,
  weekdayOf,
} from '#shared/time'

const moments = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
})

describe('the clock of a zone', () => {
  it.each([
    ['2026-11-25', '16:00', 'Asia/Shanghai', '2026-11-25T08:00:00.000Z'],
    ['2026-11-25', '00:00', 'Asia/Shanghai', '2026-11-24T16:00:00.000Z'],
    ['2026-03-28', '16:00', 'Europe/London', '2026-03-28T16:00:00.000Z'],
    ['2026-03-29', '00:59', 'Europe/London', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', 'Europe/London', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', '16:00', 'Europe/London', '2026-03-29T15:00:00.000Z'],
    ['2026-10-25', '00:30', 'Europe/London', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25', '02:00', 'Europe/London', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', '16:00', 'Europe/London', '2026-10-25T16:00:00.000Z'],
  ] as const)('%s %s in %s is %s', (date, clock, zone, instant) => {
    expect(instantAt(date, clock, zone)).toBe(instant)
  })

  it('a time that the zone skips falls after the gap', () => {
    expect(instantAt('2026-03-29', '01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z')
  })

  it('a time that comes twice is one of both', () => {
    expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(
      instantAt('2026-10-25', '01:30', 'Europe/London'),
    )
  })

  it('noon always lies on its own day', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/New_York'),
        (moment, zone) => {
          const date = businessDateOf(instantOf(moment), zone)
          expect(businessDateOf(instantAt(date, '12:00', zone), zone)).toBe(date)
        },
      ),
    )
  })
})

describe('days of the company', () => {
  it('the day changes at midnight in Shanghai', () => {
    expect(businessDateOf('2026-11-22T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-11-22')
    expect(businessDateOf('2026-11-22T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-23')
    expect(businessDateOf('2026-12-31T16:00:00.000Z', 'Asia/Shanghai')).toBe('2027-01-01')
  })

  it.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-11-25', 0, '2026-11-25'],
  ] as const)('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })

  it.each([
    ['2026-11-23', 1],
    ['2026-11-27', 5],
    ['2026-11-29', 7],
    ['2028-02-29', 2],
  ] as const)('%s is weekday %i', (date, weekday) => {
    expect(weekdayOf(date)).toBe(weekday)
  })

  it('days there and back are the same', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -4000, max: 4000 }), (moment, days) => {
        const date = businessDateOf(instantOf(moment), 'UTC')
        expect(addDays(addDays(date, days), -days)).toBe(date)
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date))
      }),
    )
  })
})

describe('instants', () => {
  const open: Instant = '2026-11-25T04:00:00.000Z'
  const close: Instant = '2026-11-25T08:00:00.000Z'

  it.each([
    [-0.001, false],
    [0, true],
    [4 * 3600 - 0.001, true],
    [4 * 3600, false],
  ])('%d seconds after opening is within: %s', (seconds, isInside) => {
    expect(isWithin(addSeconds(open, seconds), open, close)).toBe(isInside)
  })

  it('instants compare as texts as they do in time', () => {
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        expect(instantOf(one) < instantOf(other)).toBe(one.getTime() < other.getTime())
      }),
    )
  })
})
