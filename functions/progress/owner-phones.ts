import { membersOfCustomer, storedPeople } from '#identity'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'

/** The phone of an owner of each of these customers, as far as one has a phone. */
export async function ownerPhones(
  world: World,
  customerIds: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, string>> {
  const members = await Promise.all(
    customerIds.map((customerId) => membersOfCustomer(world.table, customerId)),
  )
  const owners = members.map((of) => of.filter(({ role, isDisabled }) => role === 'owner' && !isDisabled))
  const people = await storedPeople(
    world.table,
    owners.flat().map(({ personId }) => personId),
  )
  return new Map(
    customerIds.flatMap((customerId, at) => {
      const phones = (owners[at] ?? []).flatMap(({ personId }) => people.get(personId)?.phone ?? [])
      return phones[0] ? [[customerId, phones[0]] as const] : []
    }),
  )
}
