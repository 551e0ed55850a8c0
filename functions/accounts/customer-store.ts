import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { queryShards, type ShardedAnswer } from '#platform/storage/sharded-query'
import type { Write } from '#platform/storage/write'
import { CustomerCard, CustomerIdField, TextField, UnitPathField } from '#shared/accounts'
import { bareId, type CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { accountPatterns } from './access-patterns.ts'
import { unitKeyPart } from './company-store.ts'

const SHARDS = ['0', '1', '2', '3'] as const

const customerKind = itemKind(
  'customer',
  1,
  z.object({
    customerId: CustomerIdField,
    code: z.string(),
    number: z.number().int(),
    name: TextField,
    kind: z.enum(['retailer', 'distributor']),
    licence: z.string(),
    format: z.string(),
    address: z.string(),
    unitPath: UnitPathField,
  }),
)
/** Who a customer is: what seldom changes. */
export type CustomerRecord = ReturnType<(typeof customerKind)['read']>

const accountKind = itemKind(
  'account',
  1,
  z.object({
    customerId: CustomerIdField,
    number: z.number().int(),
    unitPath: UnitPathField,
    batch: z.string(),
    priceList: z.string(),
    grade: z.number().int().optional(),
    holdReason: z.string().optional(),
    creditLimit: z.number().int().optional(),
    balance: z.number().int(),
    reserved: z.number().int(),
    running: z.number().int(),
    version: z.number().int(),
  }),
)
/** How a customer stands: every placing conditions its version. Money in minor units; `running` is its last order. */
export type Account = ReturnType<(typeof accountKind)['read']>

const numberKind = itemKind('customer-number', 1, z.object({ customerId: CustomerIdField }))

export function customerKey(customerId: CustomerId): Key {
  return keyOf(accountPatterns.customer, { customerId: bareId(customerId) })
}

/** The key of a customer's account item, for callers that read many things at once. */
export function accountKey(customerId: CustomerId): Key {
  return keyOf(accountPatterns.account, { customerId: bareId(customerId) })
}

export function readAccount(item: Item | undefined): Account | undefined {
  return accountKind.readMaybe(item)
}

export async function storedAccount(table: Table, customerId: CustomerId): Promise<Account | undefined> {
  return readAccount(await table.get(accountKey(customerId)))
}

/** The customers with these ids, in their order; undefined where there is none. */
export async function customersWithIds(
  table: Table,
  customerIds: readonly CustomerId[],
): Promise<Array<CustomerRecord | undefined>> {
  const items = await table.getMany(customerIds.map(customerKey))
  return items.map(customerKind.readMaybe)
}

export async function customerWithAccount(
  table: Table,
  customerId: CustomerId,
  options: { isStrong?: boolean } = {},
) {
  const [customer, account] = await table.getMany([customerKey(customerId), accountKey(customerId)], options)
  return { customer: customerKind.readMaybe(customer), account: readAccount(account) }
}

/** A customer whole, as the table holds it. */
export type CustomerAtHand = { customer: CustomerRecord; account: Account }

/** Customers whole, in the order of their ids; undefined where there is none. */
export async function customersAtHand(
  table: Table,
  customerIds: readonly CustomerId[],
): Promise<Array<CustomerAtHand | undefined>> {
  const keys = customerIds.flatMap((customerId) => [customerKey(customerId), accountKey(customerId)])
  const items = await table.getMany(keys, { isStrong: true })
  return customerIds.map((_, at) => {
    const customer = customerKind.readMaybe(items[2 * at])
    const account = readAccount(items[2 * at + 1])
    return customer && account && { customer, account }
  })
}

/** A page of the customers of a subtree, as cards, by unit. */
export async function customersOfUnits(
  table: Table,
  unitPath: UnitPath,
  limit: number,
  after?: Item,
): Promise<{ cards: CustomerCard[]; last?: Item }> {
  const parts = SHARDS.map((shard) => ({ shard, ...(unitPath && { unitPath: unitKeyPart(unitPath) }) }))
  const answer: ShardedAnswer = await queryShards(
    table,
    accountPatterns.customersOfUnits,
    parts,
    limit,
    after,
  )
  return { cards: answer.items.map((item) => CustomerCard.parse(item.card)), last: answer.last }
}

/** Puts a customer with its account; each replaces what `before` names and nothing newer. */
export function customerWrites(
  customer: CustomerRecord,
  account: Account,
  before: { account?: Account },
): Write[] {
  const bare = bareId(customer.customerId)
  const shard = SHARDS[bare.charCodeAt(bare.length - 1) % SHARDS.length] ?? SHARDS[0]
  const index = indexKeyOf(accountPatterns.customersOfUnits, {
    shard,
    unitPath: unitKeyPart(customer.unitPath),
    customerId: bare,
  })
  return [
    {
      put: {
        ...customerKind.write(customer),
        ...index,
        card: cardOf(customer, account),
        ...customerKey(customer.customerId),
      },
    },
    {
      put: { ...accountKind.write(account), ...accountKey(customer.customerId) },
      when: before.account ? { equals: { version: before.account.version } } : { absent: true },
      onRefused: () => new Problem('accounts.changed_meanwhile'),
    },
    {
      put: { ...numberKind.write({ customerId: customer.customerId }), ...numberKey(customer.number) },
      when: { equals: { customerId: customer.customerId }, orAbsent: true },
      onRefused: () => new Problem('accounts.number_taken', { number: customer.number }),
    },
  ]
}

/** Removes a customer as it was read. */
export function customerRemovals({ customer, account }: CustomerAtHand): Write[] {
  return [
    { delete: customerKey(customer.customerId) },
    {
      delete: accountKey(customer.customerId),
      when: { equals: { version: account.version } },
      onRefused: () => new Problem('accounts.changed_meanwhile'),
    },
    { delete: numberKey(customer.number) },
  ]
}

/** Changes an account while it still has the version that was read. */
export function accountWrite(account: Account, change: { reserve: number; running?: number }): Write {
  return {
    update: accountKey(account.customerId),
    change: {
      set: { version: account.version + 1, ...(change.running !== undefined && { running: change.running }) },
      add: { reserved: change.reserve },
    },
    when: { equals: { version: account.version } },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
}

const lastNumberKind = itemKind('customer-number-last', 1, z.object({ last: z.number().int() }))
const lastNumberKey = keyOf(accountPatterns.lastNumber, {})

/** The next free short number, and the write that takes it; refused when another took it meanwhile. */
export async function nextNumber(table: Table): Promise<{ number: number; write: Write }> {
  const last = lastNumberKind.readMaybe(await table.get(lastNumberKey, { isStrong: true }))?.last
  let number = (last ?? 0) + 1
  // Numbers that files gave are passed over.
  while (await customerOfNumber(table, number)) number++
  const write: Write = {
    put: { ...lastNumberKind.write({ last: number }), ...lastNumberKey },
    when: last === undefined ? { absent: true } : { equals: { last } },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
  return { number, write }
}

async function customerOfNumber(table: Table, number: number): Promise<CustomerId | undefined> {
  return numberKind.readMaybe(await table.get(numberKey(number)))?.customerId
}

function numberKey(number: number): Key {
  return keyOf(accountPatterns.customerOfNumber, { number: String(number) })
}

function cardOf(customer: CustomerRecord, account: Account): CustomerCard {
  const { customerId, number, code, name, unitPath } = customer
  return {
    customerId,
    number,
    code,
    name,
    unitPath,
    grade: account.grade,
    isOnHold: account.holdReason !== undefined,
  }
}
