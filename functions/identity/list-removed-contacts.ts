import type { World } from '#platform/world'
import type { RemovedContact } from '#shared/identity'
import type { CustomerId } from '#shared/ids'
import { removedContacts } from './contact-store.ts'
import { storedPeople } from './person-store.ts'

/** Whom one could once ask for at a customer, the last one first; the name of someone erased is empty. */
export async function listRemovedContacts(world: World, customerId: CustomerId): Promise<RemovedContact[]> {
  const removed = await removedContacts(world.table, customerId)
  const people = await storedPeople(
    world.table,
    removed.map(({ personId }) => personId),
  )
  const items = removed.map((contact) => ({ ...contact, name: people.get(contact.personId)?.name ?? '' }))
  return items.sort((one, other) => (one.removedAt < other.removedAt ? 1 : -1))
}
