import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areBreaksRising,
  nearestTerms,
  onePrice,
  type PriceBreak,
  type PriceRow,
  resolveTerms,
  termsInForce,
  unitPriceAt,
} from '#shared/price-rules'
import { addDays, type BusinessDate } from '#shared/time'

const FIRST: BusinessDate = '2026-11-01'
const product = { minimum: 1, multiple: 1 }
const days = fc.integer({ min: 0, max: 60 }).map((after) => addDays(FIRST, after))
const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined })
const breaks = fc
  .uniqueArray(fc.integer({ min: 2, max: 500 }), { maxLength: 5 })
  .chain((more) =>
    fc
      .array(fc.integer({ min: 0, max: 100_000 }), { minLength: more.length + 1, maxLength: more.length + 1 })
      .map((prices) =>
        [1, ...more.sort((left, right) => left - right)].map(
          (atLeast, at): PriceBreak => ({ atLeast, price: prices[at] ?? 0 }),
        ),
      ),
  )
const rows: fc.Arbitrary<PriceRow> = fc.record({
  from: maybe(days),
  until: maybe(days),
  breaks: maybe(breaks),
  minimum: maybe(fc.integer({ min: 1, max: 99 })),
  multiple: maybe(fc.integer({ min: 1, max: 99 })),
})
const lists = fc.array(rows, { maxLength: 6 })
const levels = fc.array(lists, { maxLength: 4 })

describe('the price of a quantity', () => {
  const ladder = [
    { atLeast: 1, price: 1000 },
    { atLeast: 50, price: 900 },
    { atLeast: 200, price: 850 },
  ]

  it.each([
    [1, 1000],
    [49, 1000],
    [50, 900],
    [199, 900],
    [200, 850],
    [999_999, 850],
    [0, 1000],
  ])('%i units cost %i each', (quantity, price) => {
    expect(unitPriceAt(ladder, quantity)).toBe(price)
  })

  it('every unit pays the highest break reached', () => {
    fc.assert(
      fc.property(breaks, fc.integer({ min: 1, max: 600 }), (steps, quantity) => {
        const reached = steps.filter(({ atLeast }) => atLeast <= quantity).at(-1)
        expect(unitPriceAt(steps, quantity)).toBe(reached?.price)
        expect(unitPriceAt(steps.toReversed(), quantity)).toBe(reached?.price)
      }),
    )
  })

  it('breaks begin at one and rise strictly', () => {
    expect(areBreaksRising(ladder)).toBe(true)
    expect(areBreaksRising([])).toBe(false)
    expect(areBreaksRising(ladder.slice(1))).toBe(false)
    expect(areBreaksRising([...onePrice(1), ...onePrice(2)])).toBe(false)
    expect(areBreaksRising([ladder[0], ladder[2], ladder[1]].flatMap((step) => step ?? []))).toBe(false)
  })
})

describe('terms of a customer', () => {
  it('are total: minimum and multiple are always there', () => {
    fc.assert(
      fc.property(levels, days, (all, on) => {
        const { minimum, multiple } = resolveTerms(all, product, on)
        expect(minimum).toBeGreaterThanOrEqual(1)
        expect(multiple).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('never depend on the order of rows', () => {
    fc.assert(
      fc.property(levels, days, (all, on) => {
        const turned = all.map((list) => list.toReversed())
        const byPrice = all.map((list) =>
          list.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)),
        )
        expect(resolveTerms(turned, product, on)).toEqual(resolveTerms(all, product, on))
        expect(resolveTerms(byPrice, product, on)).toEqual(resolveTerms(all, product, on))
      }),
    )
  })

  it('each field is that of the nearest level having it', () => {
    fc.assert(
      fc.property(levels, days, (all, on) => {
        const found = resolveTerms(all, product, on)
        const terms = all.map((list) => termsInForce(list, on))
        expect(found.breaks).toEqual(terms.find((one) => one.breaks)?.breaks)
        expect(found.minimum).toBe(terms.find((one) => one.minimum !== undefined)?.minimum ?? 1)
        expect(found.multiple).toBe(terms.find((one) => one.multiple !== undefined)?.multiple ?? 1)
      }),
    )
  })

  it('nothing out of force changes anything', () => {
    fc.assert(
      fc.property(levels, days, rows, (all, on, row) => {
        const over = { ...row, from: undefined, until: on }
        const coming = { ...row, from: addDays(on, 1), until: undefined }
        const more = all.map((list) => [over, ...list, coming])
        expect(resolveTerms(more, product, on)).toEqual(resolveTerms(all, product, on))
      }),
    )
  })

  it('a level that says nothing is passed over', () => {
    const levels = [
      undefined,
      { multiple: 6 },
      undefined,
      { multiple: 12, minimum: 24, breaks: onePrice(1000) },
    ]
    expect(nearestTerms(levels)).toEqual({ multiple: 6, minimum: 24, breaks: onePrice(1000) })
  })

  it('among rows of one first day the sooner end wins', () => {
    const rows: PriceRow[] = [
      { from: '2026-11-10', breaks: onePrice(1000) },
      { from: '2026-11-10', until: '2026-11-20', breaks: onePrice(900) },
      { from: '2026-11-10', until: '2026-11-30', breaks: onePrice(950) },
    ]
    for (const list of [rows, rows.toReversed()])
      expect(termsInForce(list, '2026-11-12').breaks).toEqual(onePrice(900))
  })

  it.each<[string, PriceRow, PriceRow]>([
    ['price', { breaks: onePrice(1000) }, { breaks: onePrice(900) }],
    ['first quantity', { breaks: [{ atLeast: 1, price: 9 }] }, { breaks: [{ atLeast: 2, price: 9 }] }],
    ['minimum', { minimum: 5 }, { minimum: 6 }],
    ['multiple', { multiple: 5 }, { multiple: 6 }],
  ])('rows of the same days in any order give one %s', (_, left, right) => {
    const day = '2026-11-12'
    expect(termsInForce([left, right], day)).toEqual(termsInForce([right, left], day))
  })

  it('a later row leaves the fields it lacks alone', () => {
    const list: PriceRow[] = [
      { breaks: onePrice(1000), minimum: 5 },
      { from: '2026-11-10', breaks: onePrice(1100) },
      { from: '2026-11-20', minimum: 10 },
    ]
    const on = (day: BusinessDate) => resolveTerms([list], product, day)
    expect(on('2026-11-09')).toEqual({ breaks: onePrice(1000), minimum: 5, multiple: 1 })
    expect(on('2026-11-10')).toEqual({ breaks: onePrice(1100), minimum: 5, multiple: 1 })
    expect(on('2026-11-20')).toEqual({ breaks: onePrice(1100), minimum: 10, multiple: 1 })
  })

  it('the last day of a price is not its end', () => {
    const list: PriceRow[] = [
      { breaks: onePrice(1000) },
      { from: '2026-11-10', until: '2026-11-12', breaks: onePrice(1) },
    ]
    const prices = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'] as const
    expect(prices.map((day) => resolveTerms([list], product, day).breaks?.[0]?.price)).toEqual([
      1000, 1, 1, 1000,
    ])
  })
})
