import type { Actor } from '#platform/actor'
import type { PlannedChange } from '#platform/audit/plan-change'
import { pause } from '#platform/storage/retry'
import type { World } from '#platform/world'
import type { SaveCustomer } from '#shared/accounts'
import { type CustomerId, isId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { type CustomerState, storedCustomer } from './customer-store.ts'
import { type CustomerInput, customerIdOfCode, planCustomer } from './plan-customer.ts'

const MOST_TRIES = 20

export type SavedCustomer = { customerId: CustomerId; verdict: PlannedChange['verdict'] }

/** Puts a customer in by its code: the same code is the same customer. Saving what is there already changes nothing. */
export async function saveCustomer(world: World, actor: Actor, input: CustomerInput): Promise<SavedCustomer> {
  const plan = await planCustomer(world, input)
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

/** Puts one customer in for someone who may do so within subtrees: where it hangs and where it shall hang lie there.
 * Throws `accounts.customer_not_found`, `accounts.unit_not_found`, `request.version_missing`,
 * `request.changed_meanwhile`. An order that comes in between is no conflict. */
export async function putCustomer(world: World, actor: Actor, asked: Named): Promise<SavedCustomer> {
  const { named, subtrees, baseVersion, isFromList, ...fields } = asked
  const customerId = isId('customer', named) ? named : customerIdOfCode(named)
  return retried(async () => {
    const before = await storedCustomer(world.table, customerId, { isStrong: true })
    const code = codeWithin(before, named, subtrees)
    if (!isReached(fields.unitPath, subtrees)) throw new Problem('accounts.unit_not_found')
    const isSeen = actor.kind === 'staff' && !isFromList
    holdToVersion(before, baseVersion, isSeen)
    return saveCustomer(world, actor, { ...fields, code })
  })
}

/** Does it again while orders of the same customer come in between; anything else is thrown. */
export async function retried<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const isRace = error instanceof Problem && error.code === 'accounts.changed_meanwhile'
      if (!isRace || tries >= MOST_TRIES) throw error
      await pause(Math.min(tries, 5))
    }
  }
}

/** True when a unit lies in one of the subtrees; the empty one is the whole company. */
export function isReached(unitPath: UnitPath, subtrees: readonly UnitPath[]): boolean {
  return subtrees.includes('') || isWithinUnits(unitPath, subtrees)
}

function codeWithin(before: CustomerState | undefined, named: string, subtrees: readonly UnitPath[]): string {
  if (before && !isReached(before.customer.unitPath, subtrees))
    throw new Problem('accounts.customer_not_found')
  if (!before && isId('customer', named)) throw new Problem('accounts.customer_not_found')
  return before?.customer.code ?? named
}

function holdToVersion(
  before: CustomerState | undefined,
  baseVersion: number | undefined,
  isNeeded: boolean,
): void {
  if (baseVersion === undefined) {
    if (before && isNeeded) throw new Problem('request.version_missing')
    return
  }
  const current = before?.customer.version ?? 0
  if (baseVersion !== current) throw new Problem('request.changed_meanwhile', { current })
}
