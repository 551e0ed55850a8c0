import type { Actor } from '#platform/actor'
import { planChange, refuseOtherVersion } from '#platform/audit/plan-change'
import type { World } from '#platform/world'
import type { ChangeCycle, CycleDetails } from '#shared/calendar'
import type { CycleId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { addDays, addSeconds, businessDateOf } from '#shared/time'
import { detailsOfCycle } from './current-cycle.ts'
import { changeRefusal, MOST_DAYS_MOVED } from './cycle-rules.ts'
import { type Cycle, cycleIdOf, cyclesOfBatch, cycleWrite, keyOfCycle, storedCycle } from './cycle-store.ts'
import { getOrderPlan } from './order-plan.ts'

const MOST_AROUND = 60

/** A cycle; throws `calendar.cycle_not_found`. */
export async function getCycle(world: World, cycleId: CycleId): Promise<CycleDetails> {
  return detailsOfCycle(world, await storedCycle(world.table, cycleId))
}

type Asked = ChangeCycle & { cycleId: CycleId; baseVersion: number }

/** Gives a coming cycle other times or another order day, or lets an open one close later; its shops hear of it by the
 * event, and orders that stand in it stay there. Throws what `changeRefusal` says and `request.changed_meanwhile`. */
export async function changeCycle(world: World, actor: Actor, asked: Asked): Promise<CycleDetails> {
  const { cycleId, baseVersion, reason } = asked
  const cycle = await storedCycle(world.table, cycleId)
  refuseOtherVersion(cycle.version, baseVersion)
  const { plan, timeZone } = await getOrderPlan(world)
  const times = {
    opensAt: asked.opensAt,
    closesAt: asked.closesAt,
    orderDay: asked.orderDay ?? cycle.orderDay,
  }
  const around = {
    ...(await neighboursOf(world, cycle)),
    // Closing at midnight closes with the day that ends.
    closingDay: businessDateOf(addSeconds(times.closesAt, -1), timeZone),
  }
  const refusal = changeRefusal(cycle, times, around, world.clock.now())
  if (refusal) throw new Problem(refusal.code, { ...refusal, closesAt: cycle.closesAt, timeZone })
  const planned = planChange(world, {
    type: 'cycle.changed',
    subject: keyOfCycle(cycle),
    about: { cycleId, batch: cycle.batch },
    before: { opensAt: cycle.opensAt, closesAt: cycle.closesAt, orderDay: cycle.orderDay },
    after: times,
    version: cycle.version,
    facts: { reason },
    writes: (version) => [
      cycleWrite({ ...remindedOf(cycle, times), ...times, reason, isByHand: true, version }, plan),
    ],
  })
  await planned.commit(actor)
  return getCycle(world, cycleId)
}

/** A cycle that closes at another time is reminded of anew. */
function remindedOf({ isReminded, ...cycle }: Cycle, { closesAt }: Pick<Cycle, 'closesAt'>): Cycle {
  return isReminded && closesAt === cycle.closesAt ? { ...cycle, isReminded } : cycle
}

/** The cycles of the same batch that close next before and after this one. */
async function neighboursOf(world: World, cycle: Cycle): Promise<{ before?: Cycle; after?: Cycle }> {
  const from = addDays(cycle.date, -2 * MOST_DAYS_MOVED)
  const others = await cyclesOfBatch(world.table, cycle.batch, from, MOST_AROUND)
  const inOrder = others
    .filter((other) => cycleIdOf(other) !== cycleIdOf(cycle))
    .sort((left, right) => (left.closesAt < right.closesAt ? -1 : 1))
  return {
    before: inOrder.findLast(({ closesAt }) => closesAt < cycle.closesAt),
    after: inOrder.find(({ closesAt }) => closesAt >= cycle.closesAt),
  }
}
