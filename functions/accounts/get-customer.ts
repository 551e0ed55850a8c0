import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { Customer } from '#shared/accounts'
import { cutFields } from '#shared/customer-cuts'
import type { CustomerId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import type { Account } from './account-store.ts'
import { groupsSeenBy } from './customer-cut.ts'
import { type CustomerState, cardOf, storedCustomer } from './customer-store.ts'

/** A customer as far as the actor sees it; throws `accounts.customer_not_found`. */
export async function getCustomer(world: World, actor: Actor, customerId: CustomerId): Promise<Customer> {
  // Read strongly: its version is what the next change is made from.
  const state = await storedCustomer(world.table, customerId, { isStrong: true })
  if (!state) throw new Problem('accounts.customer_not_found')
  return cutFields(customerView(state), groupsSeenBy(actor, state.customer.unitPath))
}

function customerView(state: CustomerState): Customer {
  const { addresses, phone, note, version = 0 } = state.customer
  const { holdReason, creditLimit, balance, reserved } = state.account
  const standing = {
    holdReason,
    creditLimit,
    balance,
    reserved,
    available: availableOn(state.account),
  }
  return { ...cardOf(state), addresses, phone, note, ...standing, version }
}

/** What a customer may still order for, in minor units; undefined when nothing limits it. */
export function availableOn(
  account: Pick<Account, 'creditLimit' | 'balance' | 'reserved'>,
): MinorUnits | undefined {
  return account.creditLimit === undefined
    ? undefined
    : account.creditLimit + account.balance - account.reserved
}
