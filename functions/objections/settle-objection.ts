import { orderInShort, subjectOfOrder } from '#orders'
import { type Actor, markOf } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import type { OrderId } from '#shared/ids'
import type { SettleObjection } from '#shared/objections'
import { Problem } from '#shared/problems'
import { mayFollow } from './objection-states.ts'
import { type ObjectionRecord, settleWrite, storedObjection } from './objection-store.ts'

/** Settles an objection: the order was put right since, or an answer says why it stays. Throws `objections.not_found`,
 * `objections.already_settled`, `objections.not_corrected`. */
export async function settleObjection(
  world: World,
  actor: Actor,
  { orderId, outcome, answer }: SettleObjection & { orderId: OrderId },
): Promise<ObjectionRecord> {
  const before = await storedObjection(world.table, orderId)
  if (!before) throw new Problem('objections.not_found')
  if (!mayFollow(before.state, outcome)) throw new Problem('objections.already_settled')
  const order = await orderInShort(world, orderId)
  const isChanged = order !== undefined && order.version > before.orderVersion
  if (outcome === 'corrected' && !isChanged) throw new Problem('objections.not_corrected')
  const settled = { settledBy: markOf(actor).id, settledAt: world.clock.now() }
  const after: ObjectionRecord = { ...before, ...settled, state: outcome, answer }
  const record = {
    type: 'order.objection_settled',
    subject: subjectOfOrder(orderId),
    about: { customerId: before.customerId, orderId },
    change: { state: { from: before.state, to: outcome }, answer },
  } as const
  await commitChange(world, actor, record, [settleWrite(after)])
  return after
}
