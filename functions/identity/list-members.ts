import type { World } from '#platform/world'
import type { Member } from '#shared/identity'
import type { CustomerId, PersonId } from '#shared/ids'
import { memberView } from './invite-member.ts'
import { storedPeople } from './person-store.ts'
import { membersOfCustomer } from './standing-store.ts'

/** Who may act for a customer. */
export async function listMembers(world: World, customerId: CustomerId): Promise<Member[]> {
  const records = await membersOfCustomer(world.table, customerId)
  const people = await storedPeople(
    world.table,
    records.map(({ personId }) => personId),
  )
  return records.map((record) => memberView(record, people.get(record.personId)))
}

/** The names of people by id; those who are unknown or erased are left out. */
export async function namesOfPeople(world: World, ids: readonly string[]): Promise<Map<string, string>> {
  const personIds = [...new Set(ids)].filter((id): id is PersonId => id.startsWith('per_'))
  const people = await storedPeople(world.table, personIds)
  const known = [...people].filter(([, { erasedAt }]) => !erasedAt)
  return new Map(known.map(([personId, person]) => [personId, person.name]))
}
