import type { Actor } from '#platform/actor'
import type { PlannedChange } from '#platform/audit/plan-change'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { SaveBalance } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { type CustomerState, storedCustomer } from './customer-store.ts'
import { customerIdOfCode, planEdit } from './plan-customer.ts'
import { codeNamed, holdToVersion } from './save-customer.ts'

type Named = SaveBalance & {
  /** The customer's code or its id. */
  named: string
  subtrees: readonly UnitPath[]
}

/** What giving a customer this balance and this credit would do; a credit that is not there has no limit. */
export function planBalance(
  world: World,
  before: CustomerState,
  money: { balance: number; creditLimit?: number },
): PlannedChange {
  const { balance, creditLimit } = money
  return planEdit(world, before, { type: 'customer.saved', account: { balance, creditLimit } })
}

/** Puts the balance of one customer in, and its credit where that is named. Throws `accounts.customer_not_found`,
 * `request.version_missing`, `request.changed_meanwhile`. */
export async function putBalance(
  world: World,
  actor: Actor,
  asked: Named & { baseVersion?: number },
): Promise<CustomerId> {
  const { baseVersion, ...named } = asked
  return tryAgain(async () => {
    const before = await reachedCustomer(world, named)
    holdToVersion(before, baseVersion, actor.kind === 'staff')
    await planOf(world, named, before).commit(actor)
    return before.customer.customerId
  })
}

/** What putting a balance in from a list would do. Throws `accounts.customer_not_found`. */
export async function planListedBalance(world: World, named: Named): Promise<PlannedChange> {
  return planOf(world, named, await reachedCustomer(world, named))
}

async function reachedCustomer(world: World, { named, subtrees }: Named): Promise<CustomerState> {
  const customerId = customerIdOfCode(await codeNamed(world, named))
  const before = await storedCustomer(world.table, customerId, { isStrong: true })
  if (!before || !isWithinUnits(before.customer.unitPath, subtrees))
    throw new Problem('accounts.customer_not_found')
  return before
}

function planOf(world: World, { balance, creditLimit }: SaveBalance, before: CustomerState): PlannedChange {
  const credit = creditLimit === undefined ? before.account.creditLimit : (creditLimit ?? undefined)
  return planBalance(world, before, { balance, creditLimit: credit })
}
