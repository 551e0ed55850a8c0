import { expect, test } from 'vitest'
import type { OrderLine } from '#shared/orders'
import { currentOf, draftAtDesk } from '../../web/src/features/desk/draft-at-desk.ts'
import { aBasket, aHead, product } from './an-assortment.ts'

test('a draft that an order has spent waits no more', () => {
  const basket = { ...aBasket(3), lines: [...aBasket(3).lines, { productId: product(2), quantity: 0 }] }
  expect(draftAtDesk(basket)).toMatchObject({ kind: 'lines', count: 1 })
  expect(draftAtDesk({ ...basket, isSpent: true })).toEqual({ kind: 'none' })
})

test('a draft beside its order is a change of it', () => {
  const basket = aBasket(5)
  const order = { orderId: aHead().orderId, lines: [anOrderedLine(3)] }
  expect(draftAtDesk(basket, order)).toMatchObject({ kind: 'change', changedAt: basket.changedAt })
  expect(draftAtDesk({ ...basket, changes: 'ord_0123456789ABCDEF-9' }, order)).toEqual({ kind: 'none' })
})

test('a draft that says what its order says changes nothing', () => {
  expect(draftAtDesk(aBasket(5), { orderId: aHead().orderId, lines: [anOrderedLine(5)] })).toEqual({
    kind: 'none',
  })
})

test('the order of a cycle is the newest that stands', () => {
  const cycleId = aHead().cycleId
  const cancelled = aHead({ state: 'cancelled', number: '0183-1A' })
  const placed = aHead({ state: 'placed', number: '0183-2B' })
  expect(currentOf([cancelled, placed, aHead()], cycleId)).toBe(placed)
  expect(currentOf([cancelled, placed], 'cyc_weekly-4-2026-12-03')).toBeUndefined()
  expect(currentOf([placed], undefined)).toBeUndefined()
})

function anOrderedLine(quantity: number): OrderLine {
  const money = { price: 100, amount: 100 * quantity, taxRate: 0, isTaxIncluded: true, tax: 0 }
  return { productId: product(1), quantity, wanted: quantity, ...money }
}
