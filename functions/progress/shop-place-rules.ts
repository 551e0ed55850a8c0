import type { BusinessDate } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'

/** Where a shop is counted: its batch and its unit, and the cycles (bare ids, in order) in which it has ordered. */
export type ShopPlace = { batch: string; unitPath: UnitPath; cycles: readonly string[] }

/** One shop more or less of a unit, in a batch or with an order in a cycle. */
export type CountChange = { counted: string; unitPath: UnitPath; by: number }

const LENGTH_OF_DATE = '2026-01-01'.length

/** The day within a bare cycle id. */
export function dayOfCycle(cycle: string): string {
  return cycle.slice(-LENGTH_OF_DATE)
}

/** A place without the cycles that closed before a day: nobody asks how many ordered in them any more. */
export function placeSince(place: ShopPlace, day: BusinessDate): ShopPlace {
  return { ...place, cycles: place.cycles.filter((cycle) => dayOfCycle(cycle) >= day) }
}

/** What the counts change by when a shop goes from one place to another. */
export function countChanges(before: ShopPlace | undefined, after: ShopPlace | undefined): CountChange[] {
  const changes = new Map<string, CountChange>()
  const add = (place: ShopPlace | undefined, by: number) => {
    for (const counted of place ? countedIn(place) : []) {
      const { unitPath } = place ?? { unitPath: '' }
      const name = `${counted} ${unitPath}`
      changes.set(name, { counted, unitPath, by: (changes.get(name)?.by ?? 0) + by })
    }
  }
  add(before, -1)
  add(after, 1)
  return [...changes.values()].filter(({ by }) => by !== 0)
}

/** A shop that orders in a cycle and changes batch is no longer one of those that the cycle waits for. */
function countedIn({ batch, cycles }: ShopPlace): string[] {
  return [batch, ...cycles.filter((cycle) => cycle.slice(0, -LENGTH_OF_DATE - 1) === batch)]
}
