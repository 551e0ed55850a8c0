import { customersWithIds } from '#accounts'
import { storedPeople } from '#identity'
import type { Reaction } from '#platform/events/deliver-events'
import { isId } from '#shared/ids'
import { fill } from '#shared/languages'
import { messageTexts } from '#shared/texts/messages'
import { tellPerson } from './tell-person.ts'

/** Tells who asked for a change what the company decided, and why when it said no. */
export const onRequestDecided: Reaction = async (world, event) => {
  const { customerId, askedBy } = event.about
  if (!isId('customer', customerId) || !isId('person', askedBy)) return
  const person = (await storedPeople(world.table, [askedBy])).get(askedBy)
  const [customer] = await customersWithIds(world.table, [customerId])
  if (!person || !customer) return
  const isApproved = event.type === 'request.approved'
  const facts = { shop: customer.name[person.language], reason: event.change.reason ?? '' }
  const text = isApproved ? messageTexts.requestApproved : messageTexts.requestRefused
  await tellPerson(world, person, `${event.id}-decision`, {
    subject: fill(messageTexts.requestDecidedSubject[person.language], facts),
    text: fill(text[person.language], facts),
  })
}
