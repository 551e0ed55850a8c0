import type { World } from '#platform/world'
import { type CustomerId, type CycleId, idOf } from '#shared/ids'
import type { PastQuantities } from '#shared/order-drafts'
import { type Head, ordersOfCustomer } from './head-store.ts'
import { readVersion, versionKey } from './version-store.ts'

/** Orders looked back over: a shop may place several in a cycle, and cancel some. */
const LOOK_BACK = 16
const MOST_CYCLES = 4

/** What was ordered in the last four cycles that were ordered in, apart from `current`: two round trips. */
export async function showPastQuantities(
  world: World,
  { customerId, current }: { customerId: CustomerId; current?: CycleId },
): Promise<PastQuantities> {
  const { heads } = await ordersOfCustomer(world.table, customerId, LOOK_BACK)
  const counted = heads.filter((head) => head.cy !== current && isCounted(head))
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

function isCounted({ st }: Head): boolean {
  return st === 'placed' || st === 'confirmed'
}
