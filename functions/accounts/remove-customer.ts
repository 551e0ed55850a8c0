import type { Actor } from '#platform/actor'
import { recordChange } from '#platform/audit/record-change'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import { Problem } from '#shared/problems'
import { type CustomerState, customerKey, customerRemovals } from './customer-store.ts'

/** The writes that remove a customer that has never ordered, its event last; throws `accounts.customer_in_use`. */
export function customerRemoval(world: World, found: CustomerState): (actor: Actor) => readonly Write[] {
  const { customerId, code } = found.customer
  if (found.account.running > 0 || found.account.reserved > 0) throw new Problem('accounts.customer_in_use')
  const record = {
    type: 'customer.removed',
    subject: customerKey(customerId),
    about: { customerId },
    change: { code: { from: code, to: null } },
  } as const
  return (actor) => [...customerRemovals(found), recordChange(world, actor, record)]
}
