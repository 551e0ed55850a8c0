import type { Reaction } from '#platform/events/deliver-events'
import { orderTold } from './order-told.ts'
import { noticeOf, tellPeople } from './tell-people.ts'

/** Tells the owners what became of their objection. */
export const onObjectionSettled: Reaction = async (world, event) => {
  const told = await orderTold(world, event)
  if (!told) return
  const answer = String(event.change.answer ?? '')
  await tellPeople(world, event, noticeOf('objection-settled', { ...told.facts, answer }, told.rest))
}
