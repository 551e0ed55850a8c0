import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodAround, type SpendingPeriod, type Stretch } from '#shared/spending-periods'
import { businessDateOf, type Instant, instantOf } from '#shared/time'

const cycle = { opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-11-25T00:00:00.000Z' } as const
const around = (period: SpendingPeriod, at: Instant, timeZone = 'Asia/Shanghai') =>
  periodAround(period, { at, timeZone, cycle })

const zones = ['Asia/Shanghai', 'Europe/London', 'America/New_York', 'America/Santiago', 'Asia/Kathmandu']
const calendarPeriods = ['day', 'week', 'month'] as const
const moments = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2030-12-31T00:00:00Z'),
  noInvalidDate: true,
})

describe('spending periods', () => {
  it('a day turns at midnight of the company', () => {
    const before = around('day', '2026-11-25T15:59:59.999Z')
    const after = around('day', '2026-11-25T16:00:00.000Z')
    expect(before).toEqual({ from: '2026-11-24T16:00:00.000Z', to: '2026-11-25T16:00:00.000Z' })
    expect(after.from).toBe(before.to)
  })

  it('a week begins on Monday, also across years', () => {
    expect(around('week', '2027-01-02T04:00:00.000Z')).toEqual({
      from: '2026-12-27T16:00:00.000Z',
      to: '2027-01-03T16:00:00.000Z',
    })
  })

  it.each([
    ['2028-02-29T03:00:00.000Z', '2028-01-31T16:00:00.000Z', '2028-02-29T16:00:00.000Z'],
    ['2026-12-31T15:59:59.000Z', '2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
  ] as const)('the month of %s ends with its last day', (at, from, to) => {
    expect(around('month', at)).toEqual({ from, to })
  })

  it.each([
    ['2026-03-29T12:00:00.000Z', 23],
    ['2026-10-25T12:00:00.000Z', 25],
  ] as const)('the day of %s in London has %i hours', (at, hours) => {
    const { from, to } = around('day', at, 'Europe/London')
    expect((Date.parse(to) - Date.parse(from)) / 3_600_000).toBe(hours)
  })

  it('a cycle lasts as long as its window', () => {
    expect(around('cycle', '2026-11-21T00:00:00.000Z')).toEqual({ from: cycle.opensAt, to: cycle.closesAt })
  })

  it('each moment lies in one period of each kind', () => {
    fc.assert(
      fc.property(
        moments,
        fc.constantFrom(...zones),
        fc.constantFrom(...calendarPeriods),
        (date, zone, period) => {
          const at = instantOf(date)
          const found = around(period, at, zone)
          expect(found.from <= at && at < found.to, JSON.stringify(found)).toBe(true)
          expectNeighbours(found, period, zone)
        },
      ),
    )
  })
})

/** The next period begins where this one ends, and both begin on a new day of the company. */
function expectNeighbours({ from, to }: Stretch, period: SpendingPeriod, zone: string): void {
  expect(around(period, to, zone).from).toBe(to)
  const lastMoment = instantOf(Date.parse(from) - 1)
  expect(around(period, lastMoment, zone).to).toBe(from)
  expect(businessDateOf(lastMoment, zone)).not.toBe(businessDateOf(from, zone))
}
