import type { Actor } from '#platform/actor'
import { type PlannedChange, planChange } from '#platform/audit/plan-change'
import { derivedId } from '#platform/new-id'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { storedUnit } from './company-store.ts'
import {
  type Account,
  type CustomerAtHand,
  type CustomerRecord,
  customerKey,
  customerWithAccount,
  customerWrites,
  nextNumber,
} from './customer-store.ts'

/** A customer as another system or a file gives it. Money in minor units. */
export type CustomerInput = Omit<CustomerRecord, 'customerId' | 'number'> &
  Pick<Account, 'batch' | 'priceList' | 'grade' | 'holdReason' | 'creditLimit'> & {
    number?: number
    balance?: number
  }

export type SavedCustomer = { customerId: CustomerId; verdict: PlannedChange['verdict'] }

/** Puts a customer in by its code: the same code is the same customer. Saving what is there already changes nothing. */
export async function saveCustomer(world: World, actor: Actor, input: CustomerInput): Promise<SavedCustomer> {
  const plan = await planCustomer(world, input)
  await plan.commit(actor)
  return { customerId: customerIdOfCode(input.code), verdict: plan.verdict }
}

/** The customer that always belongs to a code. */
export function customerIdOfCode(code: string): CustomerId {
  return derivedId('customer', code)
}

/** What saving a customer would do; throws `accounts.unit_not_found`. */
export async function planCustomer(world: World, input: CustomerInput): Promise<PlannedChange> {
  const customerId = customerIdOfCode(input.code)
  if (!(await storedUnit(world.table, input.unitPath))) throw new Problem('accounts.unit_not_found')
  const before = await customerWithAccount(world.table, customerId, { isStrong: true })
  const given: { number: number; write?: Write } =
    before.customer ?? (input.number === undefined ? await nextNumber(world.table) : { number: input.number })
  const after = recordsOf(customerId, given.number, input, before.account)
  return planChange(world, {
    type: 'customer.saved',
    subject: customerKey(customerId),
    about: { customerId },
    before: before.customer && before.account && fieldsOf(before.customer, before.account),
    after: fieldsOf(after.customer, after.account),
    version: before.account?.version ?? 0,
    writes: (version) => [
      ...(given.write ? [given.write] : []),
      ...customerWrites(after.customer, { ...after.account, version }, before),
    ],
  })
}

/** A customer as it is, in the form in which it is saved. */
export function inputOfCustomer({ customer, account }: CustomerAtHand): CustomerInput {
  const { customerId: _, ...fields } = customer
  const { batch, priceList, grade, holdReason, creditLimit, balance } = account
  return { ...fields, batch, priceList, grade, holdReason, creditLimit, balance }
}

// What history shows: the running number and what is reserved move with orders and have their own events.
function fieldsOf(customer: CustomerRecord, account: Account) {
  const { reserved: _reserved, running: _running, version: _version, ...standing } = account
  return { ...customer, ...standing }
}

function recordsOf(
  customerId: CustomerId,
  number: number,
  input: CustomerInput,
  before: Account | undefined,
) {
  const { batch, priceList, grade, holdReason, creditLimit, balance, ...rest } = input
  const customer: CustomerRecord = { ...rest, customerId, number }
  const account: Account = {
    customerId,
    number,
    unitPath: input.unitPath,
    batch,
    priceList,
    grade,
    holdReason,
    creditLimit,
    balance: balance ?? before?.balance ?? 0,
    reserved: before?.reserved ?? 0,
    running: before?.running ?? 0,
    version: before?.version ?? 0,
  }
  return { customer, account }
}
