import { customersWithIds } from '#accounts'
import { membersOfCustomer } from '#identity'
import type { World } from '#platform/world'
import { type CustomerId, isId, type PersonId } from '#shared/ids'
import type { Text } from '#shared/languages'
import type { MemberRole } from '#shared/roles'

export type ShopTold = { customerId: CustomerId; shop: Text; personIds: PersonId[] }

/** A shop by its name, and its members with one of these roles; undefined when there is no such shop. */
export async function shopTold(
  world: World,
  customerId: unknown,
  roles: readonly MemberRole[],
): Promise<ShopTold | undefined> {
  if (!isId('customer', customerId)) return undefined
  const [[customer], members] = await Promise.all([
    customersWithIds(world.table, [customerId]),
    membersOfCustomer(world.table, customerId),
  ])
  const told = members.filter(({ role, isDisabled }) => roles.includes(role) && !isDisabled)
  return customer && { customerId, shop: customer.name, personIds: told.map(({ personId }) => personId) }
}
