import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#shared/ids'
import { type LineOffer, type OrderSituation, refusalsFor } from '#shared/order-rules'
import { suggestOrder } from '#shared/suggest-rules'

const A: ProductId = 'prd_A'
const B: ProductId = 'prd_B'
type AnItem = LineOffer & { past?: number[] }

function anItem(change: Partial<AnItem> = {}): AnItem {
  return {
    productId: A,
    price: 1000,
    minimum: 1,
    multiple: 1,
    usedElsewhere: 0,
    past: [4, 2, 3, 3],
    ...change,
  }
}
const nothingLeft = { stockOf: () => 0, bands: [] }
const suggested = (change: Partial<AnItem>, stock = 0) =>
  suggestOrder([anItem(change)], { ...nothingLeft, stockOf: () => stock })[0]

describe('a draft that fills itself', () => {
  it('the mean of four cycles is suggested', () => {
    expect(suggested({})).toEqual({ productId: A, quantity: 3, mean: 3, cycles: 4, stock: 0 })
    expect(suggested({ past: [6, 5] })).toMatchObject({ quantity: 6, mean: 5.5, cycles: 2 })
  })

  it('what the shop has still is taken off', () => {
    expect(suggested({}, 2)).toMatchObject({ quantity: 1, mean: 3, stock: 2 })
    expect(suggested({}, 3)).toBeUndefined()
  })

  it('what was never ordered is not suggested', () => {
    expect(suggested({ past: undefined })).toBeUndefined()
    expect(suggested({ past: [0, 0] })).toBeUndefined()
  })

  it.each([
    [{ limit: { quantity: 2, shops: 9 } }, 2, 'limit'],
    [{ remaining: 1 }, 1, 'supply'],
    [{ minimum: 5, multiple: 5 }, 5, 'step'],
    [{ multiple: 2 }, 4, 'step'],
  ] as const)('%j brings it to %i', (change, quantity, cut) => {
    expect(suggested(change)).toMatchObject({ quantity, cut })
  })

  it.each([
    [{ minimum: 6, past: [3] }, 6],
    [{ minimum: 6, past: [2] }, undefined],
    [{ minimum: 6, past: [3], remaining: 6 }, 6],
    [{ minimum: 6, past: [3], remaining: 5 }, undefined],
    [{ minimum: 24, multiple: 24, past: [24], remaining: 24 }, 24],
  ] as const)('the minimum when half of it is needed: %j is %s', ({ past, ...change }, quantity) => {
    expect(suggested({ ...change, past: [...past] })?.quantity).toBe(quantity)
  })

  it.each([
    [{ limit: { quantity: 2, shops: 9 } }, [3], { quantity: 2, wanted: 3 }],
    [{ remaining: 0 }, [3], { quantity: 0, cut: 'supply', wanted: 3 }],
    [{ minimum: 6, remaining: 3 }, [5], { quantity: 0, cut: 'supply', wanted: 5 }],
  ] as const)('what there is too little of stays wanted: %j', (change, past, expected) => {
    expect(suggested({ ...change, past: [...past] })).toMatchObject(expected)
  })

  it('steps and money leave nothing wanted', () => {
    expect(suggested({ minimum: 5, multiple: 5 })).not.toHaveProperty('wanted')
    const [poor] = suggestOrder([anItem({ past: [8] })], { ...nothingLeft, available: 5000 })
    expect(poor).not.toHaveProperty('wanted')
  })

  it('too little money keeps what a limit left wanted', () => {
    const items = [anItem({ past: [8] }), anItem({ productId: B, past: [2], remaining: 0 })]
    expect(suggestOrder(items, { ...nothingLeft, available: 5000 })).toMatchObject([
      { quantity: 5, cut: 'money' },
      { quantity: 0, wanted: 2 },
    ])
  })

  it('of two bounds alike the limit is named', () => {
    expect(suggested({ limit: { quantity: 2, shops: 9 }, remaining: 2 })?.cut).toBe('limit')
  })

  it('a band leaves what is not in it alone', () => {
    const items = [
      anItem({ band: 'a', past: [9] }),
      anItem({ productId: B, band: 'b', past: [9] }),
      anItem({ productId: 'prd_C', band: 'a', past: undefined }),
    ]
    const found = suggestOrder(items, { ...nothingLeft, bands: [{ code: 'a', cap: 5, usedElsewhere: 0 }] })
    expect(found.map(({ productId, quantity }) => [productId, quantity])).toEqual([
      [A, 5],
      [B, 9],
    ])
  })

  it('steps hold within a band that is short', () => {
    const items = [
      anItem({ band: 'a', minimum: 12, multiple: 6, past: [24] }),
      anItem({ productId: B, band: 'a', past: [9] }),
    ]
    const found = suggestOrder(items, { ...nothingLeft, bands: [{ code: 'a', cap: 22, usedElsewhere: 0 }] })
    expect(found.map(({ quantity }) => quantity)).toEqual([12, 9])
  })

  it('money that is just enough cuts nothing', () => {
    const of = (available: number) =>
      suggestOrder([anItem({ past: [8], multiple: 2 })], { ...nothingLeft, available })[0]
    expect(of(8000)).toMatchObject({ quantity: 8 })
    expect(of(8000)?.cut).toBeUndefined()
    expect(of(7999)).toMatchObject({ quantity: 6, cut: 'money' })
    expect(of(5000)).toMatchObject({ quantity: 4, cut: 'money' })
  })

  it('a band is shared by what is in it', () => {
    const items = [anItem({ band: 'a', past: [9] }), anItem({ productId: B, band: 'a', past: [3] })]
    const bands = [{ code: 'a', cap: 10, usedElsewhere: 2 }]
    const found = suggestOrder(items, { ...nothingLeft, bands })
    expect(found.map(({ quantity, cut }) => [quantity, cut])).toEqual([
      [5, 'band'],
      [3, undefined],
    ])
  })

  it('no more than the money that is there', () => {
    const found = suggestOrder([anItem({ past: [8] }), anItem({ productId: B, past: [2] })], {
      ...nothingLeft,
      available: 5000,
    })
    expect(found.map(({ quantity, cut }) => [quantity, cut])).toEqual([
      [4, 'money'],
      [1, 'money'],
    ])
  })

  it('whatever is suggested may be ordered', () => {
    const items = fc.array(
      fc.record({
        price: fc.nat(5000),
        minimum: fc.integer({ min: 1, max: 50 }),
        multiple: fc.integer({ min: 1, max: 24 }),
        limit: fc.option(fc.record({ quantity: fc.nat(60), shops: fc.nat(9) }), { nil: undefined }),
        remaining: fc.option(fc.nat(60), { nil: undefined }),
        usedElsewhere: fc.nat(20),
        band: fc.constantFrom(undefined, 'a', 'b'),
        past: fc.array(fc.nat(120), { minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 12 },
    )
    const bands = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(30))
    fc.assert(
      fc.property(items, bands, fc.nat(300_000), (made, [capA, capB, used], available) => {
        const offers = made.map((one, at): AnItem => ({ ...one, productId: `prd_${at}` }))
        const held = [
          { code: 'a', cap: capA, usedElsewhere: used },
          { code: 'b', cap: capB, usedElsewhere: 0 },
        ]
        const lines = suggestOrder(offers, { stockOf: () => 1, bands: held, available })
        const situation: OrderSituation = {
          now: '2026-11-24T12:00:00.000Z',
          cycle: {
            cycleId: 'cyc_daily-2026-11-25',
            batch: 'daily',
            opensAt: '2026-11-24T11:00:00.000Z',
            closesAt: '2026-11-25T08:00:00.000Z',
            isClosed: false,
          },
          batch: 'daily',
          currency: 'CNY',
          timeZone: 'Asia/Shanghai',
          bands: held,
          available,
          offerOf: (productId) => offers.find((offer) => offer.productId === productId),
        }
        const codes = refusalsFor(situation, lines).map(({ code }) => code)
        expect(codes.filter((code) => code !== 'orders.nothing_ordered')).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
