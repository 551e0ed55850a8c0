import { expect, test } from 'vitest'
import { linesWaiting } from '../../web/src/features/desk/draft-at-desk.ts'
import { aBasket, product } from './an-assortment.ts'

test('a draft that an order has spent waits no more', () => {
  const basket = { ...aBasket(3), lines: [...aBasket(3).lines, { productId: product(2), quantity: 0 }] }
  expect(linesWaiting(basket)).toBe(1)
  expect(linesWaiting({ ...basket, isSpent: true })).toBe(0)
})
