import { type Cycle, cycleIdOf } from '#calendar'
import {
  cycleUseKey,
  findOrder,
  firstVersionKey,
  headKey,
  LeftOutOfEvent,
  oncePart,
  readCycleUse,
  readVersion,
} from '#orders'
import { commitChange } from '#platform/audit/record-change'
import { eventsOf } from '#platform/events/event-store'
import type { Tally } from '#platform/jobs/tally'
import type { World } from '#platform/world'
import type { StandingDraft } from '#shared/drafts'
import { type CustomerId, isId, type OrderId, orderIdOf } from '#shared/ids'
import type { ProblemEntry } from '#shared/problems'
import { placeStandingDraft, standingKey } from './place-standing-draft.ts'
import { closingLineWrite } from './report-store.ts'
import { noteKey, noteWrite } from './told-note-store.ts'

const closer = { kind: 'system', name: 'closing' } as const
const REFUSED = 'standing-refused'

/** Places the standing draft of a customer, or refuses it and says so, once: who does it again after a crash finds what
 * became of it. Counts what stands afterwards. */
export async function closeStandingDraft(
  world: World,
  cycle: Cycle,
  { customerId, leavesOut }: StandingDraft,
): Promise<Tally> {
  const cycleId = cycleIdOf(cycle)
  const keys = [
    firstVersionKey(customerId, oncePart(standingKey(cycle))),
    noteKey(customerId, cycleId, REFUSED),
    cycleUseKey(customerId, cycleId),
  ]
  const [placed, refused, use] = await world.table.getMany(keys, { isStrong: true })
  const first = readVersion(placed)
  if (first) return tellPlaced(world, cycle, orderIdOf(customerId, first.h.r))
  if (refused) return { [REFUSED]: 1 }
  if (readCycleUse(use)?.cl) return {}
  const outcome = await placeStandingDraft(world, cycle, customerId, { leavesOut })
  if (outcome.kind === 'nothing') return {}
  if (outcome.kind === 'placed') return tellPlaced(world, cycle, outcome.orderId)
  await tellRefused(world, cycle, customerId, outcome.entries)
  return { [REFUSED]: 1 }
}

async function tellPlaced(world: World, cycle: Cycle, orderId: OrderId): Promise<Tally> {
  const { customerId, head } = await findOrder(world, orderId)
  const [placing] = await eventsOf(world.table, headKey(customerId, head.r))
  const { data } = LeftOutOfEvent.safeParse(placing?.change)
  const order = { orderId, number: head.num, total: head.t }
  const told = { customerId, ...order, outcome: 'standing-placed', problems: data?.leftOut } as const
  await world.table.commit([closingLineWrite(cycleIdOf(cycle), { ...told, what: 'S' })])
  return { 'standing-placed': 1 }
}

async function tellRefused(
  world: World,
  cycle: Cycle,
  customerId: CustomerId,
  entries: readonly ProblemEntry[],
): Promise<void> {
  const cycleId = cycleIdOf(cycle)
  const problems = entries.map(({ code, productId, facts }) => ({
    code,
    facts,
    productId: isId('product', productId) ? productId : undefined,
  }))
  const record = {
    type: 'order.standing_refused',
    subject: cycleUseKey(customerId, cycleId),
    about: { customerId, cycleId },
    change: { problems },
  } as const
  await commitChange(world, closer, record, [
    noteWrite(customerId, cycleId, REFUSED, { at: world.clock.now() }),
    closingLineWrite(cycleId, { customerId, outcome: REFUSED, problems, what: 'S' }),
  ])
}
