import { customersWithIds } from '#accounts'
import { storedPeople } from '#identity'
import type { Reaction } from '#platform/events/deliver-events'
import { isId } from '#shared/ids'
import { fill } from '#shared/languages'
import { messageTexts } from '#shared/texts/messages'
import { tellPerson } from './tell-person.ts'

/** Tells a person that they may act for a customer, and where the door is. */
export const onMemberInvited: Reaction = async (world, event) => {
  const { customerId, personId } = event.about
  if (event.change.isQuiet || !isId('customer', customerId) || !isId('person', personId)) return
  const person = (await storedPeople(world.table, [personId])).get(personId)
  const [customer] = await customersWithIds(world.table, [customerId])
  if (!person || !customer) return
  const facts = {
    shop: customer.name[person.language],
    link: `${world.config.publicOrigin}/${person.language}/`,
  }
  await tellPerson(world, person, `${event.id}-invitation`, {
    subject: fill(messageTexts.invitationSubject[person.language], facts),
    text: fill(messageTexts.invitation[person.language], facts),
  })
}
