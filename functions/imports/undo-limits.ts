import { productIdOfCode } from '#catalogue'
import { listUnitOrders } from '#orders'
import type { World } from '#platform/world'
import { type CycleId, isId, type JobId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { closeUnusedCounter, releasedAt, returnTotal, takeReleaseBack } from '#supply'
import type { Cells } from './cell-rules.ts'
import type { Undo } from './file-kind.ts'

const ORDERS_A_PAGE = 100

/** Takes the releases of a limits file back while no order was placed by them: each cycle as a whole, what stood before
 * comes into force again. Throws `supply.released_again`, `imports.limits_ordered`. */
export function undoLimits(world: World, job: JobId | undefined): Undo {
  const applied = () => {
    if (!job) throw new Problem('imports.cannot_undo')
    return job
  }
  const looked = new Map<CycleId, Promise<void>>()
  return {
    areAsLeft: async (groups) => {
      for (const { rows } of groups) {
        const cycleId = cycleOf(rows)
        const look = looked.get(cycleId) ?? refuseOrdered(world, cycleId, applied())
        looked.set(cycleId, look)
        await look
      }
      return groups.map(() => true)
    },
    revert: async (actor, { rows, left }) => {
      const cycleId = cycleOf(rows)
      await takeReleaseBack(world, actor, cycleId, applied())
      const [{ product = '', first_come: firstCome = '' } = {}] = rows
      if (!firstCome.trim()) return true
      const productId = productIdOfCode(product.trim())
      const total = left.changes?.quantity
      if (total)
        return returnTotal(world, cycleId, productId, { from: Number(total.to), to: Number(total.from) })
      await closeUnusedCounter(world, cycleId, productId)
      return true
    },
  }
}

// The list of orders may lag a second behind: an order of that second stands as one placed before any other release.
async function refuseOrdered(world: World, cycleId: CycleId, applied: JobId): Promise<void> {
  const since = await releasedAt(world, cycleId, applied)
  let cursor: string | undefined
  do {
    const asked = { subtrees: [''], cycleId, limit: ORDERS_A_PAGE, cursor }
    const { items, nextCursor } = await listUnitOrders(world, applied, asked)
    const placed = items.find(({ changedAt }) => changedAt >= since)
    if (placed) throw new Problem('imports.limits_ordered', { cycle: cycleId, number: placed.number })
    cursor = nextCursor
  } while (cursor)
}

function cycleOf([{ cycle = '' } = {}]: readonly Cells[]): CycleId {
  const cycleId = cycle.trim()
  if (!isId('cycle', cycleId)) throw new Problem('calendar.cycle_not_found')
  return cycleId
}
