import type { Reaction } from '#platform/events/deliver-events'
import { isId } from '#shared/ids'
import { noticeOf, tellPeople } from './tell-people.ts'
import { shopTold } from './who-is-told.ts'

/** Tells a person that they may act for a customer, and where the door is. */
export const onMemberInvited: Reaction = async (world, event) => {
  const { customerId, personId } = event.about
  if (event.change.isQuiet || !isId('person', personId)) return
  const told = await shopTold(world, customerId, [])
  if (!told) return
  const rest = { personIds: [personId], customerId: told.customerId, to: '' }
  await tellPeople(world, event, noticeOf('invitation', { shop: told.shop }, rest))
}
