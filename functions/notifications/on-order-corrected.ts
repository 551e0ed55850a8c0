import type { Reaction } from '#platform/events/deliver-events'
import { orderTold } from './order-told.ts'
import { noticeOf, tellPeople } from './tell-people.ts'

/** Tells the owners that staff put their order right, and why. */
export const onOrderCorrected: Reaction = async (world, event) => {
  const told = await orderTold(world, event)
  if (!told) return
  const reason = String(event.change.reason ?? '')
  await tellPeople(world, event, noticeOf('order-corrected', { ...told.facts, reason }, told.rest))
}
