import type { World } from '#platform/world'
import type { Customer } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import type { MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import { type Account, customerWithAccount } from './customer-store.ts'

/** A customer whole; throws `accounts.customer_not_found`. */
export async function getCustomer(world: World, customerId: CustomerId): Promise<Customer> {
  const { customer, account } = await customerWithAccount(world.table, customerId)
  if (!customer || !account) throw new Problem('accounts.customer_not_found')
  const { batch, priceList, groupList, grade, holdReason, creditLimit, balance, reserved, version } = account
  const standing = { batch, priceList, groupList, grade, holdReason, creditLimit, balance, reserved, version }
  return { ...customer, ...standing, isOnHold: holdReason !== undefined, available: availableOn(account) }
}

/** What a customer may still order for, in minor units; undefined when nothing limits it. */
export function availableOn(
  account: Pick<Account, 'creditLimit' | 'balance' | 'reserved'>,
): MinorUnits | undefined {
  return account.creditLimit === undefined
    ? undefined
    : account.creditLimit + account.balance - account.reserved
}
