import { describe, expect, it } from 'vitest'
import { type LineOffer, lineRefusals } from '#shared/order-rules'
import { nearestQuantities } from '#shared/quantity-rules'

function anOffer(settings: Partial<LineOffer>): LineOffer {
  return { productId: 'prd_A', price: 1000, minimum: 1, multiple: 1, usedElsewhere: 0, ...settings }
}

const refusedLine = (offer: Partial<LineOffer>, quantity: number) =>
  lineRefusals({ offerOf: () => anOffer(offer) }, { productId: 'prd_A', quantity }, 0)

describe('the nearest quantities that are accepted', () => {
  it('an accepted quantity is the nearest to itself', () => {
    const offer = anOffer({ minimum: 48, multiple: 24, remaining: 72 })
    expect([48, 72].map((quantity) => nearestQuantities(offer, quantity))).toEqual([[48], [72]])
  })

  it('the next half case counts down first, then up', () => {
    expect(nearestQuantities(anOffer({ minimum: 30, multiple: 24 }), 50)).toEqual([48, 72])
    expect(nearestQuantities(anOffer({ minimum: 30, multiple: 24 }), 24)).toEqual([48])
  })

  it('what else is wrong with it is named too', () => {
    const offer = { minimum: 48, multiple: 24, limit: { quantity: 96, shops: 9 } }
    const said = (quantity: number) =>
      refusedLine(offer, quantity).map(({ code, facts }) => [code, facts.nearest])
    expect(said(50.5)).toEqual([
      ['orders.quantity_invalid', [48, 72]],
      ['orders.quantity_off_multiple', [48, 72]],
    ])
    expect(said(1_000_000)).toEqual([
      ['orders.quantity_invalid', [96, 0]],
      ['orders.quantity_off_multiple', [96, 0]],
      ['orders.over_limit', [96, 0]],
    ])
    expect(said(72.5)).toEqual([['orders.quantity_invalid', [72, 96]]])
  })
})
