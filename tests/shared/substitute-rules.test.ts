import { describe, expect, it } from 'vitest'
import type { ProductId } from '#shared/ids'
import type { LineOffer } from '#shared/order-rules'
import { roomOfBands, substitutesFor } from '#shared/substitute-rules'

type AnItem = LineOffer & { category: string; substitutes?: ProductId[] }
const anItem = (number: number, change: Partial<AnItem> = {}): AnItem => ({
  ...{ productId: `prd_${number}`, price: 1000, minimum: 1, multiple: 1, usedElsewhere: 0, category: 'soft' },
  ...change,
})
const found = (item: AnItem, others: AnItem[]) =>
  substitutesFor(item, [item, ...others]).map(({ productId }) => productId)

describe('what may be ordered instead', () => {
  it('named ones come first, then band, then category', () => {
    const item = anItem(0, { band: 'a', substitutes: ['prd_4'] })
    const others = [
      anItem(1),
      anItem(2, { band: 'a', category: 'hard' }),
      anItem(3, { band: 'a' }),
      anItem(4, { category: 'hard' }),
      anItem(5, { category: 'hard' }),
    ]
    expect(found(item, others)).toEqual(['prd_4', 'prd_3', 'prd_2', 'prd_1'])
  })

  it('the nearest price goes before the others', () => {
    const others = [anItem(1, { price: 3000 }), anItem(2, { price: 1100 }), anItem(3, { price: 800 })]
    expect(found(anItem(0), others)).toEqual(['prd_2', 'prd_3', 'prd_1'])
  })

  it('named ones come in the order of the catalogue', () => {
    const item = anItem(0, { substitutes: ['prd_3', 'prd_1', 'prd_2'] })
    const others = [1, 2, 3].map((number) => anItem(number, { category: 'hard' }))
    expect(found(item, others)).toEqual(['prd_3', 'prd_1', 'prd_2'])
  })

  it('what is of no band and another category is none', () => {
    expect(found(anItem(0), [anItem(1, { category: 'hard' })])).toEqual([])
    expect(found(anItem(0, { band: 'a' }), [anItem(1, { category: 'hard', band: 'b' })])).toEqual([])
  })

  it('four are named at most', () => {
    expect(
      found(
        anItem(0),
        [1, 2, 3, 4, 5].map((number) => anItem(number)),
      ),
    ).toHaveLength(4)
  })

  it('what cannot be had either is no substitute', () => {
    const others = [
      anItem(1, { remaining: 0 }),
      anItem(2, { limit: { quantity: 3, shops: 9 }, usedElsewhere: 3 }),
      anItem(3, { minimum: 10, multiple: 10, remaining: 9 }),
      anItem(4, { minimum: 10, multiple: 10, remaining: 10 }),
    ]
    expect(found(anItem(0), others)).toEqual(['prd_4'])
  })
})

describe('the room of a price band', () => {
  const bands = [{ code: 'a', cap: 10, usedElsewhere: 3 }]
  const items = [anItem(1, { band: 'a', minimum: 6, multiple: 6 }), anItem(2, { band: 'a' }), anItem(3)]
  const roomWith = (quantity: number) => {
    const lines = [{ productId: 'prd_2' as const, quantity }]
    return roomOfBands(bands, lines, (productId) => items.find((item) => item.productId === productId))
  }

  it('what is asked and used elsewhere is taken off', () => {
    expect([0, 4, 9, Number.NaN].map((quantity) => roomWith(quantity).get('a'))).toEqual([7, 3, 0, 7])
  })

  it('what does not fit its band is no substitute', () => {
    const within = (quantity: number) =>
      substitutesFor(anItem(0, { band: 'a' }), items, roomWith(quantity)).map((other) => [
        other.productId,
        other.remaining,
      ])
    expect(within(1)).toEqual([
      ['prd_1', 6],
      ['prd_2', 6],
      ['prd_3', undefined],
    ])
    expect(within(2)).toEqual([
      ['prd_2', 5],
      ['prd_3', undefined],
    ])
    expect(within(7)).toEqual([['prd_3', undefined]])
  })
})
