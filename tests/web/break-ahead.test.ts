import { expect, test } from 'vitest'
import { breakAhead } from '../../web/src/features/orders/entry/rows/break-ahead.ts'
import { anItem } from './an-assortment.ts'

const item = anItem({
  breaks: [
    { atLeast: 1, price: 1000 },
    { atLeast: 120, price: 900 },
    { atLeast: 1200, price: 800 },
  ],
})

test('an empty row tells the first price worth reaching', () => {
  expect(breakAhead(item, 0)).toMatchObject({ atLeast: 120, price: 900, isNear: false })
})

test('a break is near when as much again reaches it', () => {
  expect([breakAhead(item, 59)?.isNear, breakAhead(item, 60)?.isNear]).toEqual([false, true])
  expect(breakAhead(item, 120)).toMatchObject({ atLeast: 1200, isNear: false })
  expect(breakAhead(item, 1200)).toBeUndefined()
})

test('what the limit keeps out of reach is not told', () => {
  expect(breakAhead({ ...item, remaining: 100 }, 0)).toBeUndefined()
})
