import { expect, test } from 'vitest'
import { nextWrong } from '../../web/src/features/orders/entry/rows/next-wrong.ts'
import { product } from './an-assortment.ts'

const wrong = [product(1), product(2), product(3)]

test('pressing again leads through every wrong row', () => {
  const first = nextWrong(wrong, undefined, [])
  const second = nextWrong(wrong, first, wrong)
  const third = nextWrong(wrong, second, wrong)
  expect([first, second, third, nextWrong(wrong, third, wrong)]).toEqual([...wrong, product(1)])
})

test('a row that was mended hands on to the next', () => {
  expect(nextWrong([product(1), product(3)], product(2), wrong)).toBe(product(3))
  expect(nextWrong([product(1)], product(3), wrong)).toBe(product(1))
  expect(nextWrong([], product(3), wrong)).toBeUndefined()
})
