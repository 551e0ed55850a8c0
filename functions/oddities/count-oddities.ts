import type { World } from '#platform/world'
import type { CycleId } from '#shared/ids'
import type { OddityCounts } from '#shared/oddities'
import type { UnitPath } from '#shared/unit-path'
import { countsWhereTheyPart, sumOf } from './count-rules.ts'
import { latestLooks, oddityCounts } from './look-store.ts'

const LOOKS_SHOWN = 30

type Asked = { subtrees: readonly UnitPath[]; cycleId?: CycleId }

/** How many shops under the given subtrees are worth a look in a cycle, else in the last one that was looked over and that
 * anyone ordered in; an item a unit, whatever the number of shops. */
export async function countOddities(world: World, { subtrees, cycleId }: Asked): Promise<OddityCounts> {
  const looks = await latestLooks(world.table, LOOKS_SHOWN)
  const last = looks.find(({ ordered }) => ordered !== 0) ?? looks[0]
  const shown = cycleId ?? last?.cycleId
  const found = shown
    ? await Promise.all(subtrees.map((unitPath) => oddityCounts(world.table, shown, unitPath)))
    : []
  const counts = found.flat()
  return { looks, cycleId: shown, ...sumOf(counts), units: countsWhereTheyPart(counts) }
}
