import { listCycles } from '#calendar'
import type { World } from '#platform/world'
import { bareId } from '#shared/ids'
import type { CycleProgress, OrderProgress } from '#shared/progress'
import type { UnitPath } from '#shared/unit-path'
import { progressByUnit } from './progress-rules.ts'
import { shopCounts } from './shop-place-store.ts'

type OpenCycle = Awaited<ReturnType<typeof listCycles>>[number]

/** How many of the shops under the given subtrees have ordered in each open cycle; a cycle that none of them belongs to
 * is left out. It reads counts alone, two items a unit, whatever the number of shops. */
export async function showOrderProgress(world: World, subtrees: readonly UnitPath[]): Promise<OrderProgress> {
  const open = (await listCycles(world)).filter(({ isOpen }) => isOpen)
  const items = await Promise.all(open.map((cycle) => progressOf(world, cycle, subtrees)))
  return {
    items: items.filter(({ due }) => due > 0).sort((one, other) => (one.closesAt < other.closesAt ? -1 : 1)),
    now: world.clock.now(),
  }
}

async function progressOf(
  world: World,
  { cycleId, batch, name, orderDay, closesAt }: OpenCycle,
  subtrees: readonly UnitPath[],
): Promise<CycleProgress> {
  const found = await Promise.all(
    subtrees.map(async (from) => {
      const [due, ordered] = await Promise.all([
        shopCounts(world.table, batch, from),
        shopCounts(world.table, bareId(cycleId), from),
      ])
      return progressByUnit(from, due, ordered)
    }),
  )
  const units = found.flat()
  const sum = (key: 'due' | 'ordered') => units.reduce((total, unit) => total + unit[key], 0)
  return { cycleId, batch, name, orderDay, closesAt, due: sum('due'), ordered: sum('ordered'), units }
}
