// Counts what a request costs: round trips, and the read and write units that the database reports.
export type Spent = { roundTrips: number; readUnits: number; writeUnits: number }

type Consumed = { CapacityUnits?: number; ReadCapacityUnits?: number; WriteCapacityUnits?: number }

export type Meter = {
  readonly spent: Spent
  roundTrip(): void
  read(consumed: Consumed | readonly Consumed[] | undefined): void
  wrote(consumed: Consumed | readonly Consumed[] | undefined): void
}

/** A meter at zero. */
export function createMeter(): Meter {
  const spent: Spent = { roundTrips: 0, readUnits: 0, writeUnits: 0 }
  return {
    spent,
    roundTrip: () => {
      spent.roundTrips += 1
    },
    read: (consumed) => {
      spent.readUnits += unitsOf(consumed)
    },
    wrote: (consumed) => {
      spent.writeUnits += unitsOf(consumed)
    },
  }
}

function unitsOf(consumed: Consumed | readonly Consumed[] | undefined): number {
  const all = consumed === undefined ? [] : 'length' in consumed ? consumed : [consumed]
  return all.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0)
}
