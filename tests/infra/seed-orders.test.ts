import { describe, expect, test } from 'vitest'
import type { PastOrder } from '../../infra/local/seed/demonstration-company.ts'
import { generateCompany } from '../../infra/local/seed/generate-company.ts'
import {
  addDays,
  isoWeekOf,
  suppliedCalendar,
  tradedCalendar,
} from '../../infra/local/seed/order-calendar.ts'

const today = '2026-11-22'
const supplied = generateCompany({ preset: 'supplied', seed: 3, today })
const traded = generateCompany({ preset: 'traded', seed: 3, today })
const daysOfThreeWeeks = Array.from({ length: 21 }, (_, at) => addDays('2026-12-21', at))

function cycleOf(company: typeof supplied, order: PastOrder) {
  const batch = company.customers.find(({ code }) => code === order.customerCode)?.batch
  return company.cycles.find((cycle) => cycle.index === order.cycleIndex && cycle.batch === batch)
}

describe.each([supplied, traded])('past orders of the $preset company', (company) => {
  const products = new Map(company.products.map((product) => [product.code, product]))

  test('a shop orders at most once a cycle', () => {
    const keys = company.pastOrders.map(({ customerCode, cycleIndex }) => `${customerCode} ${cycleIndex}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('every order falls into a window already closed', () => {
    for (const order of company.pastOrders) {
      const cycle = cycleOf(company, order)
      expect(order.placedAt >= (cycle?.opensAt ?? '~')).toBe(true)
      expect(order.placedAt < (cycle?.closesAt ?? '')).toBe(true)
      expect(cycle?.closesAt.localeCompare(`${today}T00:00:00+08:00`)).toBe(-1)
    }
  })

  test('orders hold 8 to 35 different products on sale', () => {
    for (const { lines } of company.pastOrders) {
      const codes = new Set(lines.map(({ productCode }) => productCode))
      expect(codes.size).toBe(lines.length)
      expect(lines.length).toBeGreaterThanOrEqual(8)
      expect(lines.length).toBeLessThanOrEqual(35)
      expect([...codes].filter((code) => products.get(code)?.state !== 'on-sale')).toEqual([])
    }
  })

  test('every quantity is allowed and at most wanted', () => {
    const wrong = company.pastOrders
      .flatMap(({ lines }) => lines)
      .filter(({ productCode, quantity, wanted }) => {
        const { minimum = 0, multiple = 0 } = products.get(productCode) ?? {}
        return !(quantity >= minimum && quantity % multiple === 0 && wanted >= quantity)
      })
    expect(wrong).toEqual([])
  })
})

test('no past order exceeds the limit of its grade', () => {
  const limits = new Map(supplied.limits.map((one) => [`${one.productCode} ${one.grade}`, one.quantity]))
  const grades = new Map(supplied.customers.map(({ code, grade }) => [code, grade]))
  const lines = supplied.pastOrders.flatMap((order) =>
    order.lines.map((line) => ({
      ...line,
      limit: limits.get(`${line.productCode} ${grades.get(order.customerCode)}`),
    })),
  )
  expect(lines.filter(({ limit }) => limit !== undefined).length).toBeGreaterThan(1000)
  expect(lines.filter(({ quantity, limit }) => limit !== undefined && quantity > limit)).toEqual([])
})

test('first-come goods never sell beyond their counter', () => {
  for (const { productCode, quantity } of supplied.firstCome) {
    const sold = new Map<number, number>()
    for (const { cycleIndex, lines } of supplied.pastOrders)
      for (const line of lines)
        if (line.productCode === productCode)
          sold.set(cycleIndex, (sold.get(cycleIndex) ?? 0) + line.quantity)
    expect(Math.max(...sold.values())).toBeLessThanOrEqual(quantity)
  }
})

test('bigger shops order more and some miss cycles', () => {
  const gradeOf = new Map(supplied.customers.map(({ code, grade = 0 }) => [code, grade]))
  const meanOf = (isIn: (grade: number) => boolean) => {
    const orders = supplied.pastOrders.filter(({ customerCode }) => isIn(gradeOf.get(customerCode) ?? 0))
    const cartons = orders.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0)
    return cartons / orders.length
  }
  expect(meanOf((grade) => grade > 20)).toBeGreaterThan(2 * meanOf((grade) => grade <= 10))
  const weekly = supplied.customers.filter(({ batch }) => batch.startsWith('weekly'))
  const ordersOf = weekly.map(
    ({ code }) => supplied.pastOrders.filter((order) => order.customerCode === code).length,
  )
  expect(Math.max(...ordersOf)).toBe(8)
  expect(ordersOf.filter((count) => count < 8).length).toBeGreaterThan(10)
})

test('a quarter of the products make most sales', () => {
  const sold = new Map<string, number>()
  for (const { productCode, quantity } of supplied.pastOrders.flatMap(({ lines }) => lines))
    sold.set(productCode, (sold.get(productCode) ?? 0) + quantity)
  const falling = [...sold.values()].sort((one, other) => other - one)
  const sum = (quantities: number[]) => quantities.reduce((total, quantity) => total + quantity, 0)
  expect(sum(falling.slice(0, 30)) / sum(falling)).toBeGreaterThan(0.5)
  expect((falling[0] ?? 0) / sum(falling)).toBeLessThan(0.2)
})

test('the demonstration shop orders in the open window', () => {
  for (const { demonstration, customers } of [supplied, traded]) {
    const home = customers.find(({ code }) => code === demonstration.customerCode)
    expect(home?.batch).toBe(demonstration.cycle.batch)
  }
})

test.each(daysOfThreeWeeks)('all of %s leaves an open window hours to go', (day) => {
  for (const { open } of [suppliedCalendar(day), tradedCalendar(day)]) {
    expect(Date.parse(open.opensAt)).toBeLessThanOrEqual(Date.parse(`${day}T00:00:00+08:00`))
    expect(Date.parse(open.closesAt)).toBeGreaterThanOrEqual(Date.parse(`${addDays(day, 1)}T16:00:00+08:00`))
  }
})

test.each(daysOfThreeWeeks)('on %s eight closed weeks precede the open one', (day) => {
  const calendar = suppliedCalendar(day)
  for (const weekday of [1, 2, 3, 4, 5]) {
    expect(calendar.closedBefore(`weekly-${weekday}`)).toHaveLength(8)
    const indexes = ['odd', 'even'].flatMap((kind) =>
      calendar.closedBefore(`${kind}-${weekday}`).map(({ index }) => index),
    )
    expect(indexes.sort()).toEqual(
      calendar
        .closedBefore(`weekly-${weekday}`)
        .map(({ index }) => index)
        .sort(),
    )
  }
  expect(tradedCalendar(day).closedBefore('daily')).toHaveLength(40)
})

test('the Monday batch opens Saturday evening, closes Sunday', () => {
  const cycle = supplied.cycles.find(
    ({ batch, orderDay }) => batch === 'weekly-1' && orderDay === '2026-11-09',
  )
  expect(cycle?.opensAt).toBe('2026-11-07T11:00:00.000Z')
  expect(cycle?.closesAt).toBe('2026-11-08T08:00:00.000Z')
})

test('daily windows follow one another without a gap', () => {
  const { cycles } = tradedCalendar('2026-11-25')
  const gaps = cycles.filter((cycle, at) => at > 0 && cycle.opensAt !== cycles[at - 1]?.closesAt)
  expect(gaps).toEqual([])
})

test('the week of a date belongs to its Thursday', () => {
  expect(['2026-12-31', '2027-01-03', '2027-01-04'].map(isoWeekOf)).toEqual([53, 53, 1])
})
