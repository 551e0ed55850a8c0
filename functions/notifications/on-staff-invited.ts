import { getCompany } from '#accounts'
import { storedPeople } from '#identity'
import type { Reaction } from '#platform/events/deliver-events'
import { isId } from '#shared/ids'
import { fill } from '#shared/languages'
import { messageTexts } from '#shared/texts/messages'
import { tellPerson } from './tell-person.ts'

/** Tells a member of staff that they may work here, and where the door is. */
export const onStaffInvited: Reaction = async (world, event) => {
  const { personId } = event.about
  if (event.change.isQuiet || !isId('person', personId)) return
  const person = (await storedPeople(world.table, [personId])).get(personId)
  if (!person) return
  const { name } = await getCompany(world)
  const facts = { shop: name[person.language], link: `${world.config.publicOrigin}/${person.language}/` }
  await tellPerson(world, person, `${event.id}-invitation`, {
    subject: fill(messageTexts.invitationSubject[person.language], facts),
    text: fill(messageTexts.invitation[person.language], facts),
  })
}
