import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#shared/ids'
import { leastTotalFor } from '#shared/order-minimum'
import { type LineOffer, minimumRefusals, refusalsFor } from '#shared/order-rules'
import { addSeconds, type Instant } from '#shared/time'

const terms = { amount: 50_000, classes: [{ customerClass: 'A', amount: 0 }] }
const opensAt: Instant = '2026-11-24T11:00:00.000Z'
const products: ProductId[] = ['prd_A', 'prd_B']

/** What is wrong with so many of each product at these prices. */
function refused(leastTotal: number, prices: readonly number[], quantities: readonly number[]) {
  const offers = products.map(
    (productId, at): LineOffer => ({
      ...{ productId, price: prices[at] ?? 0, minimum: 1, multiple: 1, usedElsewhere: 0 },
    }),
  )
  const window = { opensAt, closesAt: addSeconds(opensAt, 7200), isClosed: false }
  const lines = products.map((productId, at) => ({ productId, quantity: quantities[at] ?? 0 }))
  return refusalsFor(
    {
      ...{ now: addSeconds(opensAt, 60), batch: 'daily', currency: 'CNY', timeZone: 'Asia/Shanghai' },
      cycle: { cycleId: 'cyc_daily-2026-11-25', batch: 'daily', ...window },
      leastTotal,
      offerOf: (productId) => offers.find((offer) => offer.productId === productId),
    },
    lines,
  )
}

describe('the order minimum of a customer', () => {
  it.each([
    ['B', 50_000],
    [undefined, 50_000],
    ['A', 0],
  ])('class %s goes before the company: %i', (customerClass, least) => {
    expect(leastTotalFor({ preset: 'traded' }, terms, customerClass)).toBe(least)
  })

  it('supplied goods and unset companies have none', () => {
    expect(leastTotalFor({ preset: 'supplied' }, terms, 'B')).toBe(0)
    expect(leastTotalFor({ preset: 'traded' }, undefined, 'B')).toBe(0)
  })
})

describe('an order below its minimum', () => {
  it('it names what is missing', () => {
    const facts = { leastTotal: 5000, total: 3000, missing: 2000, currency: 'CNY' }
    expect(refused(5000, [1000], [3])).toEqual([{ code: 'orders.below_minimum', facts }])
    expect(refused(5000, [1000], [5])).toEqual([])
    expect(minimumRefusals({ currency: 'CNY' }, 0)).toEqual([])
  })

  it('nothing ordered is only that', () => {
    expect(refused(5000, [1000], [0]).map(({ code }) => code)).toEqual(['orders.nothing_ordered'])
  })

  it('adding what is missing is then accepted', () => {
    const price = fc.integer({ min: 1, max: 900 })
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 60 }), price, (leastTotal, quantity, each) => {
        const [refusal, ...others] = refused(leastTotal, [each, 1], [quantity])
        expect(others).toEqual([])
        const missing = Number(refusal?.facts.missing ?? 0)
        expect(refused(leastTotal, [each, 1], [quantity, missing])).toEqual([])
        if (missing > 1) expect(refused(leastTotal, [each, 1], [quantity, missing - 1])).toHaveLength(1)
      }),
    )
  })
})
