import { type Account, availableOn, storedAccount } from '#accounts'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'

/** What a customer lacks to cover all that is reserved for its orders, in minor units; undefined when it lacks nothing. */
export async function missingFunds(world: World, customerId: CustomerId): Promise<MinorUnits | undefined> {
  const account = await storedAccount(world.table, customerId)
  return account && missingOf(account)
}

/** The same, of an account at hand. */
export function missingOf(account: Account): MinorUnits | undefined {
  const available = availableOn(account)
  return available !== undefined && available < 0 ? -available : undefined
}
