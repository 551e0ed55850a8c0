import type { Reaction } from '#platform/events/deliver-events'
import { isId } from '#shared/ids'
import { noticeOf, tellPeople } from './tell-people.ts'
import { shopTold } from './who-is-told.ts'

/** Tells who asked for a change what the company decided, and why when it said no. */
export const onRequestDecided: Reaction = async (world, event) => {
  const { customerId, askedBy } = event.about
  const told = isId('person', askedBy) && (await shopTold(world, customerId, []))
  if (!told || !isId('person', askedBy)) return
  const { shop } = told
  const rest = { personIds: [askedBy], customerId: told.customerId, to: 'me/' }
  const reason = String(event.change.reason ?? '')
  const notice =
    event.type === 'request.approved'
      ? noticeOf('request-approved', { shop }, rest)
      : noticeOf('request-refused', { shop, reason }, rest)
  await tellPeople(world, event, notice)
}
