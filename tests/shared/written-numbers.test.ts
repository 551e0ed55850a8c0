import { expect, test } from 'vitest'
import { countOf, isMoney, quantityIn, withoutGroups } from '#shared/written-numbers'

test.each([
  ['1200', 1200],
  ['1.2万', 12_000],
  ['3千', 3000],
  ['一千', 1000],
  ['两千五', 2500],
  ['一百二', 120],
  ['一百零二', 102],
  ['一百二十五', 125],
  ['十二', 12],
  ['一万两千', 12_000],
  ['三五', undefined],
  ['6901234567892', undefined],
])('%j counts %s', (text, count) => {
  expect(countOf(text)).toBe(count)
})

test.each([
  ['1,200', '1200'],
  ['云岭 1，200条', '云岭 1200条'],
  ['1,200,000', '1200000'],
  ['A2,300', 'A2,300'],
  ['YL-4543,200', 'YL-4543,200'],
  ['2，30', '2，30'],
  ['云岭\u200B 2', '云岭 2'],
])('groups of %j are read as %j', (text, read) => {
  expect(withoutGroups(text)).toBe(read)
})

test.each([
  ['x3', { count: 3, unit: '' }],
  ['3 × carton', { count: 3, unit: 'carton' }],
  ['３千克', { count: 3, unit: '千克' }],
  ['1,200 条', { count: 1200, unit: '条' }],
  ['¥12.00', undefined],
  ['12元', undefined],
])('%j alone is the quantity %j', (cell, quantity) => {
  expect(quantityIn(cell)).toEqual(quantity)
})

test('money is told from a quantity by its sign', () => {
  expect(['¥12.00', '12 元/条', '￥1,200', '12条', '12.00'].map(isMoney)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
