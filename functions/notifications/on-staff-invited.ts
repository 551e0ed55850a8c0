import { getCompany } from '#accounts'
import type { Reaction } from '#platform/events/deliver-events'
import { isId } from '#shared/ids'
import { noticeOf, tellPeople } from './tell-people.ts'

/** Tells a member of staff that they may work here, and where the door is. */
export const onStaffInvited: Reaction = async (world, event) => {
  const { personId } = event.about
  if (event.change.isQuiet || !isId('person', personId)) return
  const { name } = await getCompany(world)
  const rest = { personIds: [personId], to: '' }
  await tellPeople(world, event, noticeOf('invitation', { shop: name }, rest))
}
