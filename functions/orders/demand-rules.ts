import type { UnitPath } from '#shared/unit-path'
import { whereUnitsPart } from './tally-rules.ts'
import type { StoredLine } from './version-store.ts'

/** What was wanted and got of a product, or of all. A record is a shop and a product it wanted: `shops` counts those with
 * a need, `stockOuts` those of them that got none. */
export type Demand = { wanted: number; got: number; shops: number; stockOuts: number }
export type UnitRecords = Pick<Demand, 'shops' | 'stockOuts'> & { unitPath: UnitPath }

/** What one shop wanted in all its orders of a cycle, by bare product id. What it did not want is no record. */
export function demandOfShop(lines: readonly StoredLine[]): Map<string, Demand> {
  const sums = new Map<string, { wanted: number; got: number }>()
  for (const [product, quantity, wanted] of lines) {
    const sum = sums.get(product) ?? { wanted: 0, got: 0 }
    sums.set(product, { wanted: sum.wanted + wanted, got: sum.got + quantity })
  }
  const records = [...sums].filter(([, { wanted }]) => wanted > 0)
  return new Map(
    records.map(([product, sum]) => [product, { ...sum, shops: 1, stockOuts: sum.got > 0 ? 0 : 1 }]),
  )
}

/** Adds what one shop wanted to what all wanted. */
export function addDemand(all: Map<string, Demand>, ofShop: ReadonlyMap<string, Demand>): void {
  for (const [product, demand] of ofShop) {
    const sum = all.get(product)
    all.set(product, sum ? together([sum, demand]) : demand)
  }
}

/** The sum of several figures. */
export function together(demands: Iterable<Demand>): Demand {
  const sum = { wanted: 0, got: 0, shops: 0, stockOuts: 0 }
  for (const { wanted, got, shops, stockOuts } of demands) {
    sum.wanted += wanted
    sum.got += got
    sum.shops += shops
    sum.stockOuts += stockOuts
  }
  return sum
}

/** The records by unit, on the first level below the company where they part, in the order of their codes. */
export function recordsByUnit(units: readonly UnitRecords[]): UnitRecords[] {
  return [...whereUnitsPart(units)]
    .map(([unitPath, of]) => ({
      unitPath,
      shops: of.reduce((sum, { shops }) => sum + shops, 0),
      stockOuts: of.reduce((sum, { stockOuts }) => sum + stockOuts, 0),
    }))
    .sort((one, other) => (one.unitPath < other.unitPath ? -1 : 1))
}
