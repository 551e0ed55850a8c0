import { getCompany, storedAccount } from '#accounts'
import { cycleKey, readCycle } from '#calendar'
import { type OrderInShort, orderInShort, subjectOfOrder } from '#orders'
import { type Actor, markOf } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import type { Once } from '#platform/once'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { OrderId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { addSeconds, type Instant } from '#shared/time'
import { type ObjectionRecord, raiseWrite, storedObjection } from './objection-store.ts'

// A shop reads the summary when it opens the next morning; goods leave the store after that.
const OBJECTION_SECONDS = 24 * 3600

/** An owner objects to an order that staff placed or changed, again when it was changed after an objection was settled; the
 * same key again answers the objection there is. Throws
 * `orders.order_not_found`, `objections.not_on_behalf`, `objections.too_late`, `objections.already_raised`. */
export async function raiseObjection(
  world: World,
  actor: Actor,
  { orderId, reason }: { orderId: OrderId; reason: string },
  once: Once,
): Promise<ObjectionRecord> {
  const asked = `${once.key} ${once.fingerprint}`
  const [known, order] = await Promise.all([
    storedObjection(world.table, orderId),
    orderInShort(world, orderId),
  ])
  if (known && (known.asked === asked || !isOver(known, order))) return sameObjection(known, asked)
  const account = order && (await storedAccount(world.table, order.customerId))
  if (!account) throw new Problem('orders.order_not_found')
  if (!order.isOnBehalf) throw new Problem('objections.not_on_behalf')
  const until = await objectionsUntil(world, order)
  const { timeZone } = await getCompany(world)
  const now = world.clock.now()
  if (now >= until) throw new Problem('objections.too_late', { until, timeZone })
  const { customerId, number, version } = order
  const record: ObjectionRecord = {
    ...{ orderId, customerId, number, unitPath: account.unitPath, state: 'raised', reason },
    ...{ raisedBy: markOf(actor).id, raisedAt: now, orderVersion: version, asked },
  }
  const event = recordChange(world, actor, {
    type: 'order.objected',
    subject: subjectOfOrder(orderId),
    about: { customerId, orderId },
    change: { reason, orderVersion: version },
  })
  try {
    await world.table.commit([raiseWrite(record, known), event], event)
    return record
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  const stored = await storedObjection(world.table, orderId)
  if (!stored) throw new Problem('request.busy')
  return sameObjection(stored, asked)
}

/** True when what an objection was about is settled, and the order has been changed again since. */
export function isOver(
  { state, settledAt = '' }: Pick<ObjectionRecord, 'state' | 'settledAt'>,
  order: Pick<OrderInShort, 'changedAt'> | undefined,
): boolean {
  return state !== 'raised' && (order?.changedAt ?? '') > settledAt
}

/** Until when an order may be objected to: a day after its window closed. */
export async function objectionsUntil(
  world: World,
  { cycleId, changedAt }: Pick<OrderInShort, 'cycleId' | 'changedAt'>,
): Promise<Instant> {
  const key = cycleKey(cycleId)
  const cycle = key && readCycle(await world.table.get(key))
  return addSeconds(cycle?.closesAt ?? changedAt, OBJECTION_SECONDS)
}

function sameObjection(known: ObjectionRecord, asked: string): ObjectionRecord {
  if (known.asked !== asked) throw new Problem('objections.already_raised')
  return known
}
