import { expect, test } from 'vitest'
import { withLine, withoutLine, writtenLine } from '../../web/src/features/orders/entry/fill/list-lines.ts'
import { product } from './an-assortment.ts'

const lines = [1, 2].map((each) => ({ productId: product(each), quantity: each }))

test('a line of a list changes where it stands', () => {
  const changed = { productId: product(1), quantity: 7, note: '要新的' }
  expect(withLine(lines, changed)).toEqual([changed, lines[1]])
})

test('a line from another list comes last and once', () => {
  const moved = { productId: product(3), quantity: 4 }
  expect(withLine(withLine(lines, moved), moved)).toEqual([...lines, moved])
  expect(withoutLine(withLine(lines, moved), product(3))).toEqual(lines)
})

test('what is no quantity becomes no line', () => {
  expect(writtenLine(product(1), ' 12 ', ' 新 ')).toEqual({ productId: product(1), quantity: 12, note: '新' })
  expect(writtenLine(product(1), '', '')).toEqual({ productId: product(1), quantity: 0 })
  expect(['1.5', '-2', '2x'].map((text) => writtenLine(product(1), text, ''))).toEqual(
    Array(3).fill(undefined),
  )
})
