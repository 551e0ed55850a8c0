import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOfBand } from '#shared/band-rules'
import type { ProductId } from '#shared/ids'
import { type LineOffer, type OrderSituation, type Refusal, refusalsFor } from '#shared/order-rules'
import { problemSentence } from '#shared/problems'
import { MOST_QUANTITY } from '#shared/quantity-rules'

const A: ProductId = 'prd_A'
const B: ProductId = 'prd_B'
const C: ProductId = 'prd_C'

function anOffer(productId: ProductId, change: Partial<LineOffer> = {}): LineOffer {
  return { productId, price: 1000, minimum: 1, multiple: 1, usedElsewhere: 0, band: 'a', ...change }
}

function aSituation(offers: readonly LineOffer[], bands: OrderSituation['bands']): OrderSituation {
  return {
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
    bands,
    offerOf: (productId) => offers.find((offer) => offer.productId === productId),
  }
}

const ask = (productId: ProductId, quantity: number) => ({ productId, quantity })
const nearestOf = ({ facts }: Refusal) => (Array.isArray(facts.nearest) ? facts.nearest : [])

describe('sharing a price band', () => {
  it('the largest line gives way first', () => {
    const lines = [9, 3, 1].map((most) => ({ most, least: 1, multiple: 1 }))
    expect(shareOfBand(lines, 13)).toEqual([9, 3, 1])
    expect(shareOfBand(lines, 10)).toEqual([6, 3, 1])
    expect(shareOfBand(lines, 5)).toEqual([2, 2, 1])
    expect(shareOfBand(lines, 0)).toEqual([0, 0, 0])
  })

  it('what is left over goes to the first lines', () => {
    const shared = (most: number[], room: number) =>
      shareOfBand(
        most.map((one) => ({ most: one, least: 1, multiple: 1 })),
        room,
      )
    expect(shared([3, 3, 3], 8)).toEqual([3, 3, 2])
    expect(shared([1, 3, 3], 6)).toEqual([1, 3, 2])
    expect(shared([9, 3], 8)).toEqual([5, 3])
  })

  it('a line without room for a step is passed over', () => {
    const lines = [
      { most: 24, least: 12, multiple: 12 },
      { most: 20, least: 1, multiple: 1 },
    ]
    expect(shareOfBand(lines, 30)).toEqual([12, 18])
  })

  it('a line below its minimum gets nothing', () => {
    const lines = [
      { most: 48, least: 48, multiple: 24 },
      { most: 5, least: 1, multiple: 1 },
    ]
    expect(shareOfBand(lines, 50)).toEqual([0, 5])
    expect(shareOfBand(lines, 53)).toEqual([48, 5])
  })
})

describe('a price band over its cap', () => {
  const bands = [{ code: 'a', cap: 10, usedElsewhere: 2 }]

  it('the line that no longer fits names band and room', () => {
    const situation = aSituation([anOffer(A), anOffer(B), anOffer(C, { band: undefined })], bands)
    const facts = { band: 'a', cap: 10, elsewhere: 2, room: 8, asked: 9 }
    expect(refusalsFor(situation, [ask(A, 6), ask(C, 99), ask(B, 3)])).toEqual([
      { code: 'orders.over_band', line: 2, productId: B, facts: { ...facts, nearest: [2, 0] } },
    ])
    expect(refusalsFor(situation, [ask(B, 3), ask(A, 6)])).toMatchObject([
      { line: 1, productId: A, facts: { nearest: [5, 0] } },
    ])
    expect(refusalsFor(situation, [ask(A, 5), ask(B, 3)])).toEqual([])
  })

  it('a line that fits alone is not refused', () => {
    const named = (productId: ProductId, zh: string) => anOffer(productId, { name: { zh, en: zh } })
    const situation = aSituation(
      [named(A, '江南春（细支）'), named(B, '江南春（硬）')],
      [{ code: 'a', cap: 2, usedElsewhere: 0 }],
    )
    const [refusal, ...others] = refusalsFor(situation, [ask(A, 2), ask(B, 3)])
    expect(refusal).toMatchObject({ line: 1, facts: { nearest: [0] } })
    expect(others).toEqual([])
    expect(problemSentence('orders.over_band', refusal?.facts ?? {}, 'zh')).toBe(
      '与江南春（细支） 2 同一价位段，本单合计最多 2，现在 5。这一行可填 0。',
    )
  })

  it('many lines of a band are named in short', () => {
    const offers = Array.from({ length: 6 }, (_, at) =>
      anOffer(`prd_${at}`, { name: { zh: `甲${at}`, en: `A${at}` } }),
    )
    const situation = aSituation(offers, [{ code: 'a', cap: 5, usedElsewhere: 0 }])
    const lines = offers.map(({ productId }) => ask(productId, 1))
    const [refusal] = refusalsFor(situation, lines)
    const said = (language: 'zh' | 'en') =>
      problemSentence('orders.over_band', refusal?.facts ?? {}, language)
    expect(said('zh')).toContain('与甲0 1、甲1 1、甲2 1 等 5 行同一价位段')
    expect(said('en')).toContain('with A0 1, A1 1, A2 1 and 2 more: this order may have 5 in all')
  })

  it('the most of one product counts, more does not', () => {
    const situation = aSituation([anOffer(A), anOffer(B)], bands)
    const codesOf = (...lines: Parameters<typeof refusalsFor>[1]) =>
      refusalsFor(situation, lines).map(({ code, line }) => [code, line])
    expect(codesOf(ask(A, MOST_QUANTITY))).toEqual([['orders.over_band', 0]])
    expect(codesOf(ask(A, MOST_QUANTITY + 1), ask(B, 8))).toEqual([['orders.quantity_invalid', 0]])
    expect(codesOf(ask(A, 9), ask(B, 0))).toEqual([['orders.over_band', 0]])
  })

  it('a band that is used up leaves only zero', () => {
    const situation = aSituation([anOffer(A), anOffer(B)], [{ code: 'a', cap: 2, usedElsewhere: 2 }])
    expect(refusalsFor(situation, [ask(A, 6), ask(B, 1)]).map(nearestOf)).toEqual([[0], [0]])
  })

  it('lines over the band are mended by its room too', () => {
    const situation = aSituation(
      [anOffer(A, { multiple: 3 }), anOffer(B)],
      [{ code: 'a', cap: 7, usedElsewhere: 2 }],
    )
    const refusals = refusalsFor(situation, [ask(A, 4), ask(B, 3)])
    expect(refusals.map(({ code, line }) => [code, line])).toEqual([
      ['orders.quantity_off_multiple', 0],
      ['orders.over_band', 0],
    ])
    expect(refusals.map(nearestOf)).toEqual([[0], [0]])
  })

  it('while the band has room, both neighbours are named', () => {
    const offers = [anOffer(A, { minimum: 48, multiple: 24 }), anOffer(B)]
    const roomFor = (cap: number) =>
      refusalsFor(aSituation(offers, [{ code: 'a', cap, usedElsewhere: 0 }]), [ask(A, 50), ask(B, 3)])
    expect(roomFor(75).map(nearestOf)).toEqual([[48, 72]])
    expect(roomFor(74).map(nearestOf)).toEqual([[48]])
  })

  it('what is right stays, only the wrong line gives way', () => {
    const offers = [anOffer(A), anOffer(B, { multiple: 3 })]
    const mendedB = (right: number, wrong: number) =>
      refusalsFor(aSituation(offers, bands), [ask(A, right), ask(B, wrong)]).map((refusal) => [
        refusal.line,
        nearestOf(refusal),
      ])
    expect(mendedB(6, 2)).toEqual([[1, [0]]])
    expect(mendedB(3, 4)).toEqual([[1, [3]]])
  })

  it('a line that must grow stays within the band', () => {
    const situation = aSituation([anOffer(A, { minimum: 9, multiple: 9 }), anOffer(B)], bands)
    const refusals = refusalsFor(situation, [ask(A, 1), ask(B, 5)])
    expect(refusals.map(({ code, line }) => [code, line])).toEqual([['orders.quantity_off_multiple', 0]])
    expect(refusals.map(nearestOf)).toEqual([[0]])
  })
})

describe('orders that break any rules of lines', () => {
  const offers = fc.array(
    fc.record({
      minimum: fc.integer({ min: 1, max: 60 }),
      multiple: fc.integer({ min: 1, max: 24 }),
      limit: fc.option(fc.record({ quantity: fc.nat(80), shops: fc.nat(9) }), { nil: undefined }),
      remaining: fc.option(fc.nat(80), { nil: undefined }),
      usedElsewhere: fc.nat(30),
      band: fc.constantFrom(undefined, 'a', 'b'),
      asked: fc.oneof(fc.nat(120), fc.nat(12), fc.integer({ min: -3, max: 0 }), fc.double()),
      pick: fc.nat(4),
    }),
    { minLength: 1, maxLength: 8 },
  )

  it('taking any named quantity of each line mends them all', () => {
    fc.assert(
      fc.property(offers, fc.nat(120), fc.nat(120), fc.nat(40), (made, capA, capB, used) => {
        const idOf = (at: number): ProductId => `prd_${at}`
        const situation = aSituation(
          made.map(({ asked: _, pick: __, ...offer }, at) => ({ ...offer, price: 1, productId: idOf(at) })),
          [
            { code: 'a', cap: capA, usedElsewhere: used },
            { code: 'b', cap: capB, usedElsewhere: 0 },
          ],
        )
        const lines = made.map(({ asked }, at) => ask(idOf(at), asked))
        const refusals = refusalsFor(situation, lines).filter(({ line }) => line !== undefined)
        const mended = lines.map((line, at) => {
          const nearest = refusals.filter((refusal) => refusal.line === at).map(nearestOf)
          if (nearest.length === 0) return line
          for (const names of nearest) expect(names).toEqual(nearest[0])
          const [names = []] = nearest
          expect(names.length).toBeGreaterThan(0)
          expect(names).not.toContain(line.quantity)
          return { ...line, quantity: names[(made[at]?.pick ?? 0) % names.length] ?? Number.NaN }
        })
        expect(refusalsFor(situation, mended).filter(({ line }) => line !== undefined)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })
})
