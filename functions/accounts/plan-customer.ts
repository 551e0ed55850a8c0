import { type PlannedChange, planChange } from '#platform/audit/plan-change'
import { derivedId } from '#platform/new-id'
import { pinyinOf } from '#platform/pinyin'
import type { Write } from '#platform/storage/write'
import type { World } from '#platform/world'
import type { SaveCustomer, WholeCustomer } from '#shared/accounts'
import type { CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { storedUnit, unitCheck } from './company-store.ts'
import { numberedAddresses } from './customer-rules.ts'
import {
  type CustomerRecord,
  type CustomerState,
  customerKey,
  customerWrites,
  storedCustomer,
} from './customer-store.ts'
import { batchJudge, type JudgeBatch } from './judge-batch.ts'
import { nextNumber } from './number-store.ts'

/** A customer as it is to be, whole. Money in minor units. */
export type CustomerInput = WholeCustomer & { code: string }

/** The customer that always belongs to a code. */
export function customerIdOfCode(code: string): CustomerId {
  return derivedId('customer', code)
}

/** What putting a customer in by its code would do: the same code is the same customer. `settle` sees what is there,
 * may refuse it, and says what is to be. Throws `accounts.unit_not_found` and `accounts.batch_unknown`. */
export async function planCustomer(
  world: World,
  input: SaveCustomer & { code: string },
  settle: (before: CustomerState | undefined) => CustomerInput,
): Promise<PlannedChange> {
  const customerId = customerIdOfCode(input.code)
  const [unit, judgeBatch] = await Promise.all([storedUnit(world.table, input.unitPath), batchJudge(world)])
  if (!unit) throw new Problem('accounts.unit_not_found')
  const before = await storedCustomer(world.table, customerId, { isStrong: true })
  const given = { numberOf: () => nextNumber(world.table), judgeBatch }
  return planCustomerFrom(world, before, settle(before), given)
}

type Given = {
  /** Gives a new customer its short number. */
  numberOf: () => Promise<{ number: number; write?: Write }>
  judgeBatch: JudgeBatch
}

/** The same from what the caller has read already, the unit too. */
export async function planCustomerFrom(
  world: World,
  before: CustomerState | undefined,
  input: CustomerInput,
  { numberOf, judgeBatch }: Given,
): Promise<PlannedChange> {
  const given: { number: number; write?: Write } =
    before?.customer ?? (input.number === undefined ? await numberOf() : { number: input.number })
  const after = await stateOf(customerIdOfCode(input.code), given.number, input, before)
  const also = given.write ? [given.write] : []
  return planState(world, { type: 'customer.saved', before, after, also, judgeBatch })
}

/** A customer as it is to be: what was left out is as before, null is nothing. */
export function settledCustomer(
  asked: SaveCustomer & { code: string },
  before: CustomerState | undefined,
): CustomerInput {
  const { customer, account } = before ?? {}
  return {
    ...asked,
    groupList: settled(asked.groupList, account?.groupList),
    customerClass: settled(asked.customerClass, account?.customerClass),
    grade: settled(asked.grade, account?.grade),
    route: settled(asked.route, customer?.route),
    holdReason: settled(asked.holdReason, account?.holdReason),
    creditLimit: settled(asked.creditLimit, account?.creditLimit),
    phone: settled(asked.phone, customer?.phone),
    note: settled(asked.note, customer?.note),
  }
}

function settled<Value>(asked: Value | null | undefined, before: Value | undefined): Value | undefined {
  return asked === undefined ? before : (asked ?? undefined)
}

type Edited = {
  type: `customer.${string}`
  customer?: Partial<CustomerRecord>
  account?: Partial<Omit<Account, 'batch'>>
}

/** What an edit of a stored customer would do; `facts` go into the event. Its batch changes by `planRescheduling`. */
export function planEdit(
  world: World,
  before: CustomerState,
  edited: Edited,
  facts: Readonly<Record<string, unknown>> = {},
): PlannedChange {
  const after = {
    customer: { ...before.customer, ...edited.customer },
    account: { ...before.account, ...edited.account },
  }
  return planState(world, { type: edited.type, before, after, facts })
}

/** What it would do to let a customer order with another batch; throws `accounts.batch_unknown`. */
export async function planRescheduling(
  world: World,
  before: CustomerState,
  batch: string,
): Promise<PlannedChange> {
  const after = { ...before, account: { ...before.account, batch } }
  const judgeBatch = await batchJudge(world)
  return planState(world, { type: 'customer.rescheduled', before, after, judgeBatch })
}

type Account = CustomerState['account']
type PlannedState = {
  type: `customer.${string}`
  before: CustomerState | undefined
  after: CustomerState
  facts?: Readonly<Record<string, unknown>>
  also?: readonly Write[]
  judgeBatch?: JudgeBatch
}

function planState(world: World, planned: PlannedState): PlannedChange {
  const { type, before, after, facts, also = [], judgeBatch } = planned
  const { customerId } = after.customer
  const { batch } = after.account
  const { unitPath } = after.customer
  const held = [
    ...(before?.account.batch === batch ? [] : (judgeBatch?.(batch) ?? [])),
    ...(before?.customer.unitPath === unitPath ? [] : [unitCheck(unitPath, world.clock.now())]),
  ]
  return planChange(world, {
    type,
    subject: customerKey(customerId),
    about: { customerId },
    before: before && fieldsOf(before),
    after: fieldsOf(after),
    version: before?.customer.version ?? 0,
    facts,
    writes: (version) => {
      const account = { ...after.account, version: (before?.account.version ?? 0) + 1 }
      return [
        ...held,
        ...also,
        ...customerWrites({ customer: { ...after.customer, version }, account }, before),
      ]
    },
  })
}

/** What history shows of a customer: the running number and what is reserved move with orders and have their own
 * events; how the name sounds follows from the name. */
export function fieldsOf({ customer, account }: CustomerState) {
  const { version: _version, pinyin: _pinyin, heldLicence: _held, ...who } = customer
  const { batch, priceList, groupList, customerClass, grade, holdReason, creditLimit, balance } = account
  return { ...who, batch, priceList, groupList, customerClass, grade, holdReason, creditLimit, balance }
}

async function stateOf(
  customerId: CustomerId,
  number: number,
  input: CustomerInput,
  before: CustomerState | undefined,
): Promise<CustomerState> {
  const { code, name, kind, licence, format, unitPath, route, phone, note } = input
  const { batch, priceList, groupList, customerClass, grade, holdReason, creditLimit, balance } = input
  const addresses = numberedAddresses(input.addresses, before?.customer.addresses)
  const pinyin = await pinyinOf(name.zh)
  const who = { customerId, code, number, name, pinyin, kind, licence, format, unitPath, route }
  return {
    customer: { ...who, addresses, phone, note },
    account: {
      ...{ customerId, number, unitPath, kind, format, customerClass, batch, priceList, grade, holdReason },
      groupList,
      creditLimit,
      balance: balance ?? before?.account.balance ?? 0,
      reserved: before?.account.reserved ?? 0,
      running: before?.account.running ?? 0,
      draftsSpent: before?.account.draftsSpent,
      spentVersion: before?.account.spentVersion,
      version: before?.account.version ?? 0,
    },
  }
}
