import { getCompany } from '#accounts'
import { membersOfCustomer, storedPeople } from '#identity'
import type { Reaction } from '#platform/events/deliver-events'
import { isId } from '#shared/ids'
import { fill } from '#shared/languages'
import { formatMoney } from '#shared/money'
import { messageTexts } from '#shared/texts/messages'
import { tellPerson } from './tell-person.ts'

/** Tells the owners of a shop what the company's staff ordered in its name. */
export const onOrderPlaced: Reaction = async (world, event) => {
  const { customerId } = event.about
  const { number, total, isOnBehalf } = event.change
  if (!isOnBehalf || !isId('customer', customerId)) return
  const owners = (await membersOfCustomer(world.table, customerId)).filter(
    ({ role, isDisabled }) => role === 'owner' && !isDisabled,
  )
  const people = await storedPeople(
    world.table,
    owners.map(({ personId }) => personId),
  )
  const { currency } = await getCompany(world)
  for (const person of people.values()) {
    const facts = { number, total: formatMoney(Number(total), currency, person.language) }
    await tellPerson(world, person, `${event.id}-${person.personId}`, {
      subject: fill(messageTexts.orderOnBehalfSubject[person.language], facts),
      text: fill(messageTexts.orderOnBehalf[person.language], facts),
    })
  }
}
