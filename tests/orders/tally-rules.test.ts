import { expect, it } from 'vitest'
import { type CountedOrder, countByDay, countByUnit } from '../../functions/orders/tally-rules.ts'

const order = (unitPath: string, day: number, total: number): CountedOrder => ({
  unitPath,
  date: `2026-11-${day}`,
  total,
})

it('orders are counted where their units first part', () => {
  const orders = [order('hq/53/01/a', 20, 100), order('hq/53/02/b', 20, 500), order('hq/53/01/c', 21, 300)]
  expect(countByUnit(orders)).toEqual([
    { unitPath: 'hq/53/02', orders: 1, total: 500 },
    { unitPath: 'hq/53/01', orders: 2, total: 400 },
  ])
})

it('orders of one unit stay with that unit', () => {
  expect(countByUnit([order('hq/53/01', 20, 100), order('hq/53/01', 21, 50)])).toEqual([
    { unitPath: 'hq/53/01', orders: 2, total: 150 },
  ])
  expect(countByUnit([])).toEqual([])
})

it('orders of a unit itself stand beside those below it', () => {
  expect(countByUnit([order('hq/53', 20, 100), order('hq/53/01', 21, 50)])).toEqual([
    { unitPath: 'hq/53', orders: 1, total: 100 },
    { unitPath: 'hq/53/01', orders: 1, total: 50 },
  ])
})

it('units with equal totals keep the order of their codes', () => {
  const found = countByUnit([order('hq/b', 20, 100), order('hq/a', 20, 100)])
  expect(found.map(({ unitPath }) => unitPath)).toEqual(['hq/a', 'hq/b'])
})

it('a day without orders is counted as none', () => {
  const days = countByDay(
    [order('hq', 20, 100), order('hq', 22, 70), order('hq', 20, 1)],
    ['2026-11-20', '2026-11-21', '2026-11-22'],
  )
  expect(days).toEqual([
    { date: '2026-11-20', orders: 2, total: 101 },
    { date: '2026-11-21', orders: 0, total: 0 },
    { date: '2026-11-22', orders: 1, total: 70 },
  ])
})
