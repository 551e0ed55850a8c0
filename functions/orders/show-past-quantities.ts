import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import type { PastQuantities } from '#shared/drafts'
import { type CustomerId, type CycleId, idOf } from '#shared/ids'
import type { Instant } from '#shared/time'
import { type Head, isOurs, ordersOfCustomer } from './head-store.ts'
import { readVersion, versionKey } from './version-store.ts'

/** Orders looked back over at first, and in each further look where a shop places many a cycle. */
const LOOK_BACK = 16
const LOOK_FURTHER = 100
const MOST_LOOKS = 6
const MOST_CYCLES = 4

/** What was ordered in the last four cycles that were ordered in, apart from `current` and from what was ordered at `before`
 * or later: two round trips for a shop that orders once a cycle. */
export async function showPastQuantities(
  world: World,
  asked: { customerId: CustomerId; current?: CycleId; before?: Instant },
): Promise<PastQuantities> {
  const { customerId } = asked
  const counted = await countedHeads(world, asked)
  const cycles = [...new Set(counted.map((head) => head.cy))].slice(0, MOST_CYCLES)
  const looked = counted.filter((head) => cycles.includes(head.cy))
  const items = await world.table.getMany(looked.map((head) => versionKey(customerId, head)))
  const quantities = new Map<string, number[]>()
  for (const [at, head] of looked.entries()) {
    const cycle = cycles.indexOf(head.cy)
    for (const [bare, quantity] of readVersion(items[at])?.l ?? []) {
      const found = quantities.get(bare) ?? cycles.map(() => 0)
      quantities.set(bare, found.with(cycle, (found[cycle] ?? 0) + quantity))
    }
  }
  const products = [...quantities].map(([bare, of]) => ({ productId: idOf('product', bare), quantities: of }))
  return { cycles, items: products }
}

/** The counted orders of the last four cycles, all of each: one order of a fifth says that the fourth is whole. Orders of an
 * earlier time that came by file have late numbers, so they say nothing. */
async function countedHeads(
  world: World,
  { customerId, current, before }: { customerId: CustomerId; current?: CycleId; before?: Instant },
): Promise<Head[]> {
  const counted: Head[] = []
  let after: Item | undefined
  for (let look = 1; look <= MOST_LOOKS; look++) {
    const limit = look === 1 ? LOOK_BACK : LOOK_FURTHER
    const { heads, last } = await ordersOfCustomer(world.table, customerId, limit, after)
    const earlier = heads.filter(({ at, cy }) => cy !== current && (before === undefined || at < before))
    counted.push(...earlier.filter(isCounted))
    if (!last || new Set(counted.filter(isOurs).map(({ cy }) => cy)).size > MOST_CYCLES) break
    after = last
  }
  return counted.sort((one, other) => (one.at < other.at ? 1 : -1))
}

function isCounted({ st }: Head): boolean {
  return st === 'placed' || st === 'confirmed'
}
