import { expect, test } from 'vitest'
import { linesOnPaper } from '../../web/src/features/orders/entry/draft/paper-lines.ts'
import { anItem, product } from './an-assortment.ts'

test('paper holds what is ordered and wanted alone', () => {
  const items = [3, 2, 1].map((number) => anItem({ productId: product(number) }))
  const offers = new Map(items.map((item) => [item.productId, item]))
  const typed = { [product(1)]: '4', [product(2)]: '2x', [product(9)]: '5' }
  const extras = { [product(1)]: { note: '要新的' }, [product(3)]: { wanted: 6 } }
  expect(linesOnPaper({ typed, extras }, offers)).toMatchObject([
    { productId: product(3), quantity: 0, wanted: 6 },
    { productId: product(1), quantity: 4, note: '要新的' },
  ])
})
