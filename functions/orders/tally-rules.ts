import type { MinorUnits } from '#shared/money'
import type { BusinessDate } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'

/** An order as it is counted: whose unit, on which day, how much. */
export type CountedOrder = { unitPath: UnitPath; date: BusinessDate; total: MinorUnits }
export type Count = { orders: number; total: MinorUnits }

const countedStates: readonly string[] = ['placed', 'awaiting-funds', 'confirmed']

/** Whether an order in this state counts: what was cancelled or lapsed does not, nor do documents of history. */
export function isCounted(state: string): boolean {
  return countedStates.includes(state)
}

/** How many orders there are, and what they come to. */
export function countOf(orders: readonly CountedOrder[]): Count {
  return { orders: orders.length, total: orders.reduce((sum, { total }) => sum + total, 0) }
}

/** The orders by unit, on the first level below the company where they part; the largest total first. */
export function countByUnit(orders: readonly CountedOrder[]): Array<Count & { unitPath: UnitPath }> {
  return [...whereUnitsPart(orders)]
    .map(([unitPath, of]) => ({ unitPath, ...countOf(of) }))
    .sort((one, other) => other.total - one.total || (one.unitPath < other.unitPath ? -1 : 1))
}

/** What belongs to units, gathered on the first level below the company where they part. */
export function whereUnitsPart<Counted extends { unitPath: UnitPath }>(
  all: readonly Counted[],
): Map<UnitPath, Counted[]> {
  const level = sharedDepth(all.map(({ unitPath }) => unitPath.split('/'))) + 1
  return Map.groupBy(all, ({ unitPath }) => unitPath.split('/').slice(0, level).join('/'))
}

/** The orders by day, each of `dates` in its order, those without an order too. */
export function countByDay(
  orders: readonly CountedOrder[],
  dates: readonly BusinessDate[],
): Array<Count & { date: BusinessDate }> {
  const days = Map.groupBy(orders, ({ date }) => date)
  return dates.map((date) => ({ date, ...countOf(days.get(date) ?? []) }))
}

/** How many codes all ways from the root have in common. */
function sharedDepth([first = [], ...others]: readonly string[][]): number {
  const parts = first.findIndex((code, at) => others.some((other) => other[at] !== code))
  return parts < 0 ? first.length : parts
}
