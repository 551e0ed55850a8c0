import { partsOfCycleId } from '#calendar'
import type { World } from '#platform/world'
import { type CycleId, isId } from '#shared/ids'
import { addDays, type BusinessDate } from '#shared/time'
import type { UnitPath } from '#shared/unit-path'
import { everyOrderOfUnits, type Head } from './head-store.ts'
import { weekOf } from './order-plan.ts'
import { isCounted } from './tally-rules.ts'

const WEEKS_LOOKED_BACK = 4
const DAYS_OF_WEEK = 7

/** The cycle nearest before the given one in which shops under the given subtrees ordered; undefined where the weeks before
 * hold none. Reads week by week until one holds something, so it costs about what that cycle's own figures cost. */
export async function lastOrderedCycle(
  world: World,
  { subtrees, cycleId }: { subtrees: readonly UnitPath[]; cycleId: CycleId },
): Promise<CycleId | undefined> {
  const date = partsOfCycleId(cycleId)?.date
  for (let back = 0; date && back <= WEEKS_LOOKED_BACK; back++) {
    const week = addDays(weekOf(date), -back * DAYS_OF_WEEK)
    const found = await Promise.all(
      subtrees.map((unitPath) => everyOrderOfUnits(world.table, week, unitPath)),
    )
    const latest = latestUntil(
      date,
      found.flat().map(({ head }) => head),
    )
    if (latest) return latest
  }
  return undefined
}

function latestUntil(date: BusinessDate, heads: readonly Head[]): CycleId | undefined {
  const cycles = new Set(heads.filter(({ st }) => isCounted(st)).map(({ cy }) => cy))
  const dated = [...cycles].flatMap((cy) => {
    const day = partsOfCycleId(cy)?.date
    return day && day <= date && isId('cycle', cy) ? [{ cy, day }] : []
  })
  return dated.toSorted((one, other) => (one.day < other.day ? -1 : 1)).at(-1)?.cy
}
