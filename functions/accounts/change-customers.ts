import type { Actor } from '#platform/actor'
import type { PlannedChange } from '#platform/audit/plan-change'
import { tryAgain } from '#platform/storage/try-again'
import type { World } from '#platform/world'
import type { ActOnCustomers, CustomerAction, SaveCustomer } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { isWithinUnits, type UnitPath } from '#shared/unit-path'
import { type CustomerState, storedCustomer } from './customer-store.ts'
import { planEdit, planRescheduling } from './plan-customer.ts'
import { holdToVersion, putCustomer } from './save-customer.ts'

/** A customer in the version that a change is made from; machines may leave it out. */
type Seen = { customerId: CustomerId; baseVersion?: number }

/** What became of one of many; `facts` are those of the problem. */
export type Verdict = {
  key: string
  verdict: PlannedChange['verdict'] | 'refused'
  code?: string
  facts?: Problem['facts']
}

/** Stops a customer's orders, with the reason that it reads; what a colleague has put in since `baseVersion` stays.
 * Throws `accounts.customer_not_found`, `request.changed_meanwhile`. */
export function holdCustomer(
  world: World,
  actor: Actor,
  { reason, ...seen }: Seen & { reason: string },
): Promise<PlannedChange> {
  return act(world, actor, { ...seen, action: { do: 'hold', reason } })
}

/** Lets a customer order again; doing it twice is no second change. Throws as a hold does. */
export function releaseCustomer(world: World, actor: Actor, seen: Seen): Promise<PlannedChange> {
  return act(world, actor, { ...seen, action: { do: 'release' } })
}

/** Does one thing to many customers; each is judged by itself, and one that is refused holds up no other. */
export function actOnCustomers(
  world: World,
  actor: Actor,
  input: ActOnCustomers & { subtrees: readonly UnitPath[] },
): Promise<Verdict[]> {
  const { customers, action, subtrees } = input
  return eachByItself(
    customers,
    ({ customerId }) => customerId,
    ({ customerId, version }) =>
      act(world, actor, {
        customerId,
        action,
        subtrees,
        baseVersion: version,
        isSeen: actor.kind === 'staff',
      }),
  )
}

/** Puts many customers in by their codes, each by itself. */
export function putCustomers(
  world: World,
  actor: Actor,
  input: { customers: ReadonlyArray<SaveCustomer & { code: string }>; subtrees: readonly UnitPath[] },
): Promise<Verdict[]> {
  const { customers, subtrees } = input
  return eachByItself(
    customers,
    ({ code }) => code,
    ({ code, ...customer }) =>
      putCustomer(world, actor, { ...customer, named: code, subtrees, isFromList: true }),
  )
}

type OneAction = Seen & {
  action: CustomerAction
  subtrees?: readonly UnitPath[]
  /** People say what they saw. */
  isSeen?: boolean
}

function act(
  world: World,
  actor: Actor,
  { customerId, action, subtrees, baseVersion, isSeen = false }: OneAction,
): Promise<PlannedChange> {
  return tryAgain(async () => {
    const before = await storedCustomer(world.table, customerId, { isStrong: true })
    if (!before || (subtrees && !isWithinUnits(before.customer.unitPath, subtrees)))
      throw new Problem('accounts.customer_not_found')
    const plan = await planAction(world, before, action)
    // What is so already overwrites nothing, and a call that is sent again is no conflict.
    if (plan.verdict !== 'unchanged') holdToVersion(before, baseVersion, isSeen)
    await plan.commit(actor)
    return plan
  })
}

async function planAction(
  world: World,
  before: CustomerState,
  action: CustomerAction,
): Promise<PlannedChange> {
  switch (action.do) {
    case 'batch':
      return planRescheduling(world, before, action.batch)
    case 'route':
      return planEdit(world, before, { type: 'customer.rerouted', customer: { route: action.route } })
    case 'class': {
      const account = { customerClass: action.customerClass }
      return planEdit(world, before, { type: 'customer.graded', account }, { gradeReason: action.reason })
    }
    case 'hold':
      return planEdit(world, before, { type: 'customer.held', account: { holdReason: action.reason } })
    case 'release':
      return planEdit(world, before, { type: 'customer.released', account: { holdReason: undefined } })
  }
}

async function eachByItself<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
  work: (value: Value) => Promise<{ verdict: PlannedChange['verdict'] }>,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const value of values) {
    const key = keyOf(value)
    try {
      verdicts.push({ key, verdict: (await work(value)).verdict })
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'request.busy') throw error
      verdicts.push({ key, verdict: 'refused', code: error.code, facts: error.facts })
    }
  }
  return verdicts
}
