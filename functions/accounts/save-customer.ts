import type { Actor } from '#platform/actor'
import { type PlannedChange, refuseOtherVersion } from '#platform/audit/plan-change'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { SaveCustomer } from '#shared/accounts'
import { type CustomerId, isId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { type CustomerState, customersWithIds } from './customer-store.ts'
import { type CustomerInput, customerIdOfCode, planCustomer, settledCustomer } from './plan-customer.ts'
import { refuseTakenLicence } from './taken-numbers.ts'

export type SavedCustomer = { customerId: CustomerId; verdict: PlannedChange['verdict'] }

/** Puts a customer in by its code: the same code is the same customer. Saving what is there already changes nothing. */
export async function saveCustomer(world: World, actor: Actor, input: CustomerInput): Promise<SavedCustomer> {
  const plan = await planCustomer(world, input, () => input)
  await plan.commit(actor)
  return { customerId: customerIdOfCode(input.code), verdict: plan.verdict }
}

type Named = SaveCustomer & {
  /** The customer's code, or its id when it is there already. */
  named: string
  subtrees: readonly UnitPath[]
  /** The version the change was made from; machines and lists may leave it out. */
  baseVersion?: number
  /** Lists name what shall be, and not what was seen. */
  isFromList?: boolean
}

/** Puts one customer in for someone who may do so within subtrees: where it hangs and where it shall hang lie there. What
 * a customer need not have stays as it is when it is left out; null takes it away.
 * Throws `accounts.customer_not_found`, `accounts.unit_not_found`, `accounts.licence_taken`, `request.version_missing`,
 * `request.changed_meanwhile`. An order that comes in between is no conflict. */
export async function putCustomer(world: World, actor: Actor, asked: Named): Promise<SavedCustomer> {
  const { named, subtrees, baseVersion, isFromList, ...fields } = asked
  const isSeen = actor.kind === 'staff' && !isFromList
  const judged = (before: CustomerState | undefined) => {
    if (before && !isWithinUnits(before.customer.unitPath, subtrees))
      throw new Problem('accounts.customer_not_found')
    holdToVersion(before, baseVersion, isSeen)
    return before
  }
  const put = async () => {
    const code = await codeNamed(world, named)
    if (!isWithinUnits(fields.unitPath, subtrees)) throw new Problem('accounts.unit_not_found')
    const input = { ...fields, code }
    const plan = await planCustomer(world, input, (before) => settledCustomer(input, judged(before)))
    const customerId = customerIdOfCode(code)
    if ('licence' in plan.change)
      await refuseTakenLicence(world, { customerId, licence: fields.licence.number, subtrees })
    await plan.commit(actor)
    return { customerId, verdict: plan.verdict }
  }
  // A number that nobody asked for may be given by a file in between.
  const isGiven = fields.number !== undefined
  return tryAgain(put, {
    races: ['accounts.changed_meanwhile', ...(isGiven ? [] : (['accounts.number_taken'] as const))],
  })
}

/** The code of a customer that an address names by its code or its id; throws `accounts.customer_not_found`. */
export async function codeNamed(world: World, named: string): Promise<string> {
  if (!isId('customer', named)) return named
  const [known] = await customersWithIds(world.table, [named])
  if (!known) throw new Problem('accounts.customer_not_found')
  return known.code
}

/** Throws unless a change was made from what is there; who saw it says from which version. */
export function holdToVersion(
  before: CustomerState | undefined,
  baseVersion: number | undefined,
  isNeeded: boolean,
): void {
  if (baseVersion === undefined && before && isNeeded) throw new Problem('request.version_missing')
  refuseOtherVersion(before?.customer.version ?? 0, baseVersion)
}
