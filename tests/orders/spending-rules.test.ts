import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Charged, type Charges, chargesAfter, spentWith } from '../../functions/orders/spending-rules.ts'

const step = fc.record({
  to: fc.integer({ min: 0, max: 100_000 }),
  buyer: fc.constantFrom<(string | undefined)[]>('A', 'B', undefined),
})

describe('who is answerable for an order', () => {
  it('a raise by a buyer is charged to them', () => {
    const placed = chargesAfter({ from: 0, to: 500, buyer: 'A' })
    expect(placed).toEqual({ A: 500 })
    expect(chargesAfter({ before: placed, from: 500, to: 700, buyer: 'B' })).toEqual({ A: 500, B: 200 })
  })

  it('what the owner adds is no buyer’s spending', () => {
    expect(chargesAfter({ before: { A: 500 }, from: 500, to: 900 })).toEqual({ A: 500 })
    expect(chargesAfter({ from: 0, to: 900 })).toEqual({})
  })

  it('a buyer answers for what they add to others’ orders', () => {
    expect(chargesAfter({ before: {}, from: 500, to: 700, buyer: 'B' })).toEqual({ B: 200 })
  })

  it('what is taken back frees the limit again', () => {
    expect(chargesAfter({ before: { A: 500 }, from: 500, to: 200, buyer: 'A' })).toEqual({ A: 200 })
    expect(chargesAfter({ before: { A: 500 }, from: 500, to: 0 })).toEqual({})
  })

  it('charges never exceed what the order comes to', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let charges: Charges = {}
        let from = 0
        for (const { to, buyer } of steps) {
          charges = chargesAfter({ before: charges, from, to, buyer })
          from = to
          const sum = Object.values(charges).reduce((total, amount) => total + amount, 0)
          expect(sum).toBeLessThanOrEqual(to)
        }
      }),
    )
  })

  it('cancelled and lapsed orders count back', () => {
    const orders: Charged[] = [
      { r: 1, st: 'placed', sp: { A: 100 } },
      { r: 2, st: 'cancelled', sp: { A: 1000 } },
      { r: 3, st: 'lapsed', sp: { A: 1000 } },
      { r: 4, st: 'confirmed', sp: { A: 20, B: 5 } },
      { r: 5, st: 'placed' },
    ]
    expect(spentWith(orders, 'A')).toBe(120)
    expect(spentWith(orders, 'A', 1)).toBe(20)
  })
})
