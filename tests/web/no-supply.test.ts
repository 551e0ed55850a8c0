import { expect, test } from 'vitest'
import { hasNone, withPast } from '../../web/src/features/orders/entry/sheet-items.ts'
import { anAssortment, anItem } from './an-assortment.ts'

const past = { cycles: [], items: [] }

test.each([
  [{ remaining: 0 }, true],
  [{ remaining: 3, minimum: 6 }, true],
  [{ remaining: 6, minimum: 6 }, false],
  [{ limit: { quantity: 4, shops: 9 }, usedElsewhere: 4 }, true],
  [{ limit: { quantity: 4, shops: 9 }, usedElsewhere: 3 }, false],
  [{}, false],
])('substitutes are offered when no order is left: %j', (change, expected) => {
  expect(hasNone(anItem(change))).toBe(expected)
})

test('a used-up price band leaves none of its products', () => {
  const bands = [{ code: 'a', cap: 10, usedElsewhere: 10 }]
  const { items } = withPast(anAssortment({ bands, items: [anItem({ band: 'a' }), anItem()] }), past)
  expect(items.map((item) => hasNone(item))).toEqual([true, false])
})

test('a line refused down to nothing leads to substitutes', () => {
  const short = { sentences: [], isShort: true }
  expect(hasNone(anItem(), { ...short, nearest: [0] })).toBe(true)
  expect(hasNone(anItem(), { ...short, nearest: [2, 0] })).toBe(false)
})
