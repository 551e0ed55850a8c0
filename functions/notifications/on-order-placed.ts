import type { Reaction } from '#platform/events/deliver-events'
import { orderTold } from './order-told.ts'
import { noticeOf, tellPeople } from './tell-people.ts'

/** Tells the owners of a shop what the company's staff ordered in its name. */
export const onOrderPlaced: Reaction = async (world, event) => {
  if (!event.change.isOnBehalf) return
  const told = await orderTold(world, event)
  if (told) await tellPeople(world, event, noticeOf('order-on-behalf', told.facts, told.rest))
}
