import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProductId } from '#shared/ids'
import {
  type AskedLine,
  type LineOffer,
  lineRefusals,
  MOST_LINES,
  type OrderSituation,
  orderTotal,
  type Refusal,
  refusalsFor,
} from '#shared/order-rules'
import { limitLeftOf, MOST_QUANTITY } from '#shared/quantity-rules'
import { addSeconds, type Instant } from '#shared/time'

const opensAt: Instant = '2026-11-24T11:00:00.000Z'
const closesAt: Instant = '2026-11-25T08:00:00.000Z'
const A: ProductId = 'prd_A'
const B: ProductId = 'prd_B'

function anOffer(settings: Partial<LineOffer> = {}): LineOffer {
  return { productId: A, price: 1000, minimum: 1, multiple: 1, usedElsewhere: 0, ...settings }
}

function aSituation(
  settings: Partial<OrderSituation> = {},
  offers: LineOffer[] = [anOffer()],
): OrderSituation {
  return {
    now: addSeconds(opensAt, 60),
    cycle: { cycleId: 'cyc_daily-2026-11-25', batch: 'daily', opensAt, closesAt, isClosed: false },
    batch: 'daily',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    offerOf: (productId) => offers.find((offer) => offer.productId === productId),
    ...settings,
  }
}

const ask = (quantity: number, productId: ProductId = A): AskedLine => ({ productId, quantity })
const codesOf = (refusals: Refusal[]) => refusals.map(({ code }) => code)
const refusedLine = (offer: Partial<LineOffer>, quantity: number) =>
  lineRefusals(aSituation({}, [anOffer(offer)]), ask(quantity), 0)

describe('quantities', () => {
  it.each([
    [50, [48, 72]],
    [20, [48]],
    [24, [48]],
    [1, [48]],
    [71, [48, 72]],
    [73, [72, 96]],
  ])('48 at least by 24: %i may be %j', (quantity, nearest) => {
    const [refusal, ...others] = refusedLine({ minimum: 48, multiple: 24 }, quantity)
    expect(refusal).toMatchObject({
      code: 'orders.quantity_off_multiple',
      facts: { minimum: 48, multiple: 24, nearest },
    })
    expect(others).toEqual([])
  })

  it.each([0, 48, 72, 24 * 1000])('48 at least by 24: %i is taken', (quantity) => {
    expect(refusedLine({ minimum: 48, multiple: 24 }, quantity)).toEqual([])
  })

  it.each([
    [-1, [0]],
    [-0.1, [0]],
    [Number.NaN, [0]],
    [0.5, [1]],
    [2.5, [2, 3]],
    [MOST_QUANTITY + 1, [MOST_QUANTITY, 0]],
    [1e300, [MOST_QUANTITY, 0]],
    [Number.POSITIVE_INFINITY, [MOST_QUANTITY, 0]],
  ])('a quantity of %d is never taken', (quantity, nearest) => {
    const [refusal] = refusedLine({}, quantity)
    expect(refusal).toMatchObject({
      code: 'orders.quantity_invalid',
      facts: { most: MOST_QUANTITY, nearest },
    })
  })

  it('the most of one product is still taken', () => {
    expect(refusedLine({}, MOST_QUANTITY)).toEqual([])
  })
})

describe('limits and supply', () => {
  it('five asked of a limit of two names both', () => {
    const situation = aSituation({ grade: 18 }, [anOffer({ limit: { quantity: 2, shops: 748 } })])
    const [refusal] = lineRefusals(situation, ask(5), 3)
    expect(refusal).toMatchObject({ code: 'orders.over_limit', line: 3, productId: A })
    const given = { zh: '2', en: '2' }
    expect(refusal?.facts).toEqual({ grade: 18, limit: 2, given, left: 2, shops: 748, nearest: [2, 0] })
  })

  it('what other orders used counts against the limit', () => {
    const offer = anOffer({ limit: { quantity: 10, shops: 9 }, usedElsewhere: 7 })
    expect(limitLeftOf(offer)).toBe(3)
    expect(refusedLine(offer, 3)).toEqual([])
    expect(refusedLine(offer, 4)[0]?.facts).toMatchObject({ limit: 10, left: 3, nearest: [3, 0] })
    expect(limitLeftOf({ ...offer, usedElsewhere: 12 })).toBe(0)
  })

  it('a limit of zero leaves nothing but zero', () => {
    expect(refusedLine({ limit: { quantity: 0, shops: 9 } }, 1)[0]?.facts.nearest).toEqual([0])
  })

  it('a limit below the minimum leaves only zero', () => {
    const refusals = refusedLine({ minimum: 48, multiple: 24, limit: { quantity: 40, shops: 9 } }, 48)
    expect(codesOf(refusals)).toEqual(['orders.over_limit'])
    expect(refusals[0]?.facts.nearest).toEqual([0])
  })

  it('scarce supply names what is left', () => {
    const refusals = refusedLine({ remaining: 3, multiple: 2 }, 8)
    expect(refusals[0]).toMatchObject({
      code: 'orders.supply_short',
      facts: { remaining: 3, nearest: [2, 0] },
    })
  })

  it('one line names all that is wrong with it', () => {
    const offer = { minimum: 48, multiple: 24, limit: { quantity: 96, shops: 9 }, remaining: 72 }
    const refusals = refusedLine(offer, 100)
    expect(codesOf(refusals)).toEqual([
      'orders.quantity_off_multiple',
      'orders.over_limit',
      'orders.supply_short',
    ])
    expect(refusals.map(({ facts }) => facts.nearest)).toEqual([
      [72, 0],
      [72, 0],
      [72, 0],
    ])
  })

  it('every quantity that a refusal offers is taken', () => {
    const limit = fc.option(fc.record({ quantity: fc.nat(300), shops: fc.nat(900) }), { nil: undefined })
    const offers = fc.record({
      minimum: fc.integer({ min: 1, max: 100 }),
      multiple: fc.integer({ min: 1, max: 48 }),
      limit,
      remaining: fc.option(fc.nat(300), { nil: undefined }),
      usedElsewhere: fc.nat(400),
    })
    const quantities = fc.oneof(fc.nat(400), fc.double(), fc.integer())
    fc.assert(
      fc.property(offers, quantities, (settings, quantity) => {
        for (const { facts } of refusedLine(settings, quantity)) {
          const nearest = Array.isArray(facts.nearest) ? facts.nearest : []
          expect(nearest.length).toBeGreaterThan(0)
          for (const other of nearest) expect(refusedLine(settings, other)).toEqual([])
        }
      }),
      { numRuns: 3000 },
    )
  })
})

describe('the window', () => {
  it.each([
    [addSeconds(opensAt, -0.001), ['orders.not_open_yet']],
    [opensAt, []],
    [addSeconds(closesAt, -0.001), []],
    [closesAt, ['orders.after_cut_off']],
  ] as const)('at %s the window says %j', (now, codes) => {
    expect(codesOf(refusalsFor(aSituation({ now }), [ask(1)]))).toEqual(codes)
  })

  it('who comes too early is told when it opens', () => {
    const [refusal] = refusalsFor(aSituation({ now: addSeconds(opensAt, -1) }), [ask(1)])
    expect(refusal?.facts).toEqual({ opensAt, timeZone: 'Asia/Shanghai' })
  })

  it('a closed cycle refuses while its window is open', () => {
    const { cycle } = aSituation()
    const refusals = refusalsFor(aSituation({ cycle: { ...cycle, isClosed: true } }), [ask(1)])
    expect(refusals).toEqual([
      { code: 'orders.after_cut_off', facts: { closesAt, timeZone: 'Asia/Shanghai' } },
    ])
  })

  it('a shop of another batch is told both batches', () => {
    const refusals = refusalsFor(aSituation({ batch: 'mon' }), [ask(1)])
    expect(refusals).toEqual([{ code: 'orders.wrong_batch', facts: { cycleBatch: 'daily', batch: 'mon' } }])
  })

  it('a hold names its reason', () => {
    const refusals = refusalsFor(aSituation({ holdReason: '证照过期' }), [ask(1)])
    expect(refusals).toEqual([{ code: 'orders.on_hold', facts: { reason: '证照过期' } }])
  })
})

describe('the order as a whole', () => {
  it('an order placed before is named with its number', () => {
    const otherOrder = { orderId: 'ord_0123456789ABCDEF-1', number: '0001-1T' } as const
    const refusals = refusalsFor(aSituation({ otherOrder }), [ask(1)])
    expect(refusals).toEqual([{ code: 'orders.already_ordered', facts: otherOrder }])
  })

  it('an address that the customer lacks is refused', () => {
    const refusals = refusalsFor(aSituation({ isAddressUnknown: true }), [ask(1)])
    expect(refusals).toEqual([{ code: 'orders.address_unknown', facts: {} }])
  })

  it('the total over what is available names the over-run', () => {
    const refusals = refusalsFor(aSituation({ available: 2_500 }), [ask(3)])
    const facts = { total: 3000, available: 2500, over: 500, currency: 'CNY' }
    expect(refusals).toEqual([{ code: 'orders.over_available', facts }])
    expect(refusalsFor(aSituation({ available: 3_000 }), [ask(3)])).toEqual([])
  })

  it('a product stands once in an order', () => {
    const refusals = refusalsFor(aSituation(), [ask(1), ask(0), ask(2)])
    expect(refusals.map(({ code, line }) => [code, line])).toEqual([
      ['orders.product_repeated', 1],
      ['orders.product_repeated', 2],
    ])
  })

  it('a total other than the one seen is refused', () => {
    const refusals = refusalsFor(aSituation({ seenTotal: 900 }), [ask(1)])
    expect(refusals).toEqual([
      { code: 'orders.price_changed', facts: { seen: 900, total: 1000, currency: 'CNY' } },
    ])
    expect(refusalsFor(aSituation({ seenTotal: 1000 }), [ask(1)])).toEqual([])
  })

  it('an order of nothing is none', () => {
    expect(codesOf(refusalsFor(aSituation(), [ask(0)]))).toEqual(['orders.nothing_ordered'])
    expect(codesOf(refusalsFor(aSituation(), []))).toEqual(['orders.nothing_ordered'])
  })

  it('an order of too many lines says how many', () => {
    const offers = Array.from({ length: MOST_LINES + 1 }, (_, at) => anOffer({ productId: `prd_${at}` }))
    const asked = offers.map(({ productId }, at) => ask(at === 0 ? 0 : 1, productId))
    expect(refusalsFor(aSituation({}, offers), asked)).toEqual([])
    const facts = { most: MOST_LINES, count: MOST_LINES + 1, excess: 1 }
    const more = [ask(1, 'prd_0'), ...asked.slice(1)]
    expect(refusalsFor(aSituation({}, offers), more)).toEqual([{ code: 'orders.too_many_lines', facts }])
  })

  it('a product that is not offered may be zero', () => {
    expect(codesOf(refusalsFor(aSituation(), [ask(1), ask(0, B)]))).toEqual([])
    expect(
      refusalsFor(aSituation({ bands: [{ code: 'a', cap: 9, usedElsewhere: 0 }] }), [ask(1, B)]),
    ).toEqual([{ code: 'orders.product_unavailable', line: 0, productId: B, facts: { nearest: [0] } }])
  })

  it('a total is the sum of what is offered', () => {
    const offers = [anOffer(), anOffer({ productId: B, price: 250 })]
    expect(orderTotal([ask(3), ask(4, B), ask(9, 'prd_C')], aSituation({}, offers).offerOf)).toBe(4000)
  })

  it('all broken rules are named at once', () => {
    const situation = aSituation(
      {
        now: closesAt,
        batch: 'mon',
        holdReason: '证照过期',
        available: 10,
        seenTotal: 1,
        otherOrder: { orderId: 'ord_0123456789ABCDEF-1', number: '0001-1T' },
      },
      [anOffer({ multiple: 6, limit: { quantity: 2, shops: 9 }, remaining: 1 })],
    )
    expect(codesOf(refusalsFor(situation, [ask(5), ask(-1, B), ask(5), ask(1, 'prd_C')])).sort()).toEqual([
      'orders.after_cut_off',
      'orders.already_ordered',
      'orders.on_hold',
      'orders.over_available',
      'orders.over_limit',
      'orders.over_limit',
      'orders.price_changed',
      'orders.product_repeated',
      'orders.product_unavailable',
      'orders.product_unavailable',
      'orders.quantity_invalid',
      'orders.quantity_off_multiple',
      'orders.quantity_off_multiple',
      'orders.supply_short',
      'orders.supply_short',
      'orders.wrong_batch',
    ])
  })
})
