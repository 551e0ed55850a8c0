import { customersOfUnits } from '#accounts'
import { cycleKey } from '#calendar'
import type { World } from '#platform/world'
import type { CycleId } from '#shared/ids'

const CUSTOMERS_A_PAGE = 500

/** True when there is such a cycle. */
export async function hasCycle(world: World, cycleId: CycleId): Promise<boolean> {
  const key = cycleKey(cycleId)
  return key !== undefined && (await world.table.get(key)) !== undefined
}

/** How many shops each grade has. */
export async function countShops(world: World): Promise<Map<number, number>> {
  const counts = new Map<number, number>()
  let after: Parameters<typeof customersOfUnits>[3]
  do {
    const { cards, last } = await customersOfUnits(world.table, '', CUSTOMERS_A_PAGE, after)
    for (const { grade } of cards) if (grade !== undefined) counts.set(grade, (counts.get(grade) ?? 0) + 1)
    after = last
  } while (after)
  return counts
}
