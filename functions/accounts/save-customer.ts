import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import { derivedId } from '#platform/new-id'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { CustomerId } from '#shared/ids'
import type { RowVerdict } from '#shared/imports'
import { Problem } from '#shared/problems'
import { storedUnit } from './company-store.ts'
import {
  type Account,
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

export type SavedCustomer = { customerId: CustomerId; verdict: Exclude<RowVerdict['verdict'], 'refused'> }

/** Puts a customer in by its code: the same code is the same customer. Saving what is there already changes nothing. */
export async function saveCustomer(world: World, actor: Actor, input: CustomerInput): Promise<SavedCustomer> {
  const customerId = derivedId('customer', input.code)
  if (!(await storedUnit(world.table, input.unitPath))) throw new Problem('accounts.unit_not_found')
  const before = await customerWithAccount(world.table, customerId, { isStrong: true })
  const given: { number: number; write?: Write } =
    before.customer ?? (input.number === undefined ? await nextNumber(world.table) : { number: input.number })
  const after = recordsOf(customerId, given.number, input, before.account)
  const change = differences(
    { ...before.customer, ...before.account },
    { ...after.customer, ...after.account },
  )
  if (before.customer && Object.keys(change).length === 0) return { customerId, verdict: 'unchanged' }
  const account = { ...after.account, version: (before.account?.version ?? 0) + 1 }
  await commitChange(
    world,
    actor,
    { type: 'customer.saved', subject: customerKey(customerId), about: { customerId }, change },
    [...(given.write ? [given.write] : []), ...customerWrites(after.customer, account, before)],
  )
  return { customerId, verdict: before.customer ? 'changed' : 'new' }
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

function differences(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, unknown> {
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  return Object.fromEntries(
    changed.map((key) => [key, { from: before[key] ?? null, to: after[key] ?? null }]),
  )
}
