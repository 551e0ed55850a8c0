import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import { type CustomerState, customerKey, customerRemovals } from './customer-store.ts'

/** Removes a customer that has never ordered, together with what `along` removes; throws `accounts.customer_in_use`. */
export async function removeCustomer(
  world: World,
  actor: Actor,
  found: CustomerState,
  along: readonly Write[],
): Promise<void> {
  const { customerId, code } = found.customer
  if (found.account.running > 0 || found.account.reserved > 0) throw new Problem('accounts.customer_in_use')
  await commitChange(
    world,
    actor,
    {
      type: 'customer.removed',
      subject: customerKey(customerId),
      about: { customerId },
      change: { code: { from: code, to: null } },
    },
    [...customerRemovals(found), ...along],
  )
}
