import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offerMoney, orderTotal, priceAt } from '#shared/order-rules'
import { lineMoney } from '#shared/tax'

const lines = fc.record({
  price: fc.integer({ min: 0, max: 10_000_000 }),
  quantity: fc.integer({ min: 0, max: 10_000 }),
  taxRate: fc.constantFrom(0, 300, 600, 900, 1300, 2000),
})

describe('tax of a line', () => {
  it.each([
    [
      { price: 1130, quantity: 1, taxRate: 1300 },
      { amount: 1130, tax: 130, net: 1000, gross: 1130 },
    ],
    [
      { price: 1000, quantity: 1, taxRate: 1300, isNet: true },
      { amount: 1000, tax: 130, net: 1000, gross: 1130 },
    ],
    [
      { price: 5, quantity: 10, taxRate: 1300, isNet: true },
      { amount: 50, tax: 7, net: 50, gross: 57 },
    ],
    [
      { price: 100, quantity: 3, taxRate: 0 },
      { amount: 300, tax: 0, net: 300, gross: 300 },
    ],
  ])('%j comes to whole minor units', (line, money) => {
    expect(lineMoney(line)).toEqual(money)
  })

  it('net and tax always sum to gross', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (line, isNet) => {
        const { amount, tax, net, gross } = lineMoney({ ...line, isNet })
        expect(net + tax).toBe(gross)
        expect(amount).toBe(line.price * line.quantity)
        expect(isNet ? net : gross).toBe(amount)
        expect(Number.isInteger(tax) && tax >= 0).toBe(true)
      }),
    )
  })

  it('an order sums what each line rounds to', () => {
    const offer = {
      productId: 'prd_A',
      price: 5,
      taxRate: 1300,
      isNet: true,
      minimum: 1,
      multiple: 1,
      usedElsewhere: 0,
    } as const
    const asked = [
      { productId: 'prd_A', quantity: 10 },
      { productId: 'prd_B', quantity: 10 },
    ] as const
    expect(orderTotal(asked, (id) => ({ ...offer, productId: id }))).toBe(114)
    expect(orderTotal(asked, (id) => (id === 'prd_A' ? offer : undefined))).toBe(57)
  })

  it('a line pays the break that it reaches', () => {
    const offer = {
      price: 1000,
      breaks: [
        { atLeast: 1, price: 1000 },
        { atLeast: 10, price: 900 },
      ],
    }
    expect([1, 9, 10, 11].map((quantity) => priceAt(offer, quantity))).toEqual([1000, 1000, 900, 900])
    expect(offerMoney(offer, 10).gross).toBe(9000)
    expect(priceAt({ price: 7 }, 100)).toBe(7)
  })
})
