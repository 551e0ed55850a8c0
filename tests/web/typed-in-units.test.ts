import { expect, test } from 'vitest'
import { typedInUnits } from '../../web/src/features/orders/entry/rows/typed-in-units.ts'
import { anItem } from './an-assortment.ts'

const item = anItem({
  packs: [
    { unit: { zh: '件', en: 'case' }, contains: 50 },
    { unit: { zh: '箱', en: 'crate' }, contains: 2 },
  ],
})

test.each([
  ['2件', '100'],
  ['1 箱', '100'],
  ['3条', '3'],
  ['2Case', '100'],
  ['12', '12'],
  ['2c', '2c'],
  ['', ''],
])('%j typed becomes %j', (typed, stands) => {
  expect(typedInUnits(item, typed)).toBe(stands)
})
