// The other form of a first-come counter, to be measured against the product's own: taken by a plain write before the
// order's transaction, given back when that is refused. Its recovery after a death in between is left out: this is
// the fastest that form could be.

import type { Change } from '#platform/storage/condition'
import type { Table } from '#platform/storage/dynamo-table'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'

/** The world with counters that are reserved before the transaction. */
export function withReservations(world: World): World {
  return { ...world, table: reserving(world.table) }
}

function reserving(table: Table): Table {
  const commit: Table['commit'] = async (writes, proof) => {
    const takings = writes.filter(isTaking)
    for (const taking of takings) await table.commit([taking])
    try {
      await table.commit(
        writes.filter((write) => !isTaking(write)),
        proof,
      )
    } catch (error) {
      for (const { update, change } of takings) await table.commit([{ update, change: opposite(change) }])
      throw error
    }
  }
  return { ...table, commit, metered: () => reserving(table.metered()) }
}

function isTaking(write: Write): write is Extract<Write, { update: object }> {
  return 'update' in write && write.update.pk.startsWith('F#')
}

function opposite(change: Change): Change {
  return { add: { remaining: -Number(change.add?.remaining ?? 0) } }
}
