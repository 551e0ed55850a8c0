import * as z from 'zod'
import { indexKeyOf, type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import { queryShards, SHARDS, type ShardedAnswer, shardOf } from '#platform/storage/sharded-query'
import type { Write } from '#platform/storage/write'
import {
  CustomerCard,
  CustomerIdField,
  customerKinds,
  DeliveryAddress,
  Licence,
  TextField,
  UnitPathField,
} from '#shared/accounts'
import { bareId, type CustomerId, idOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import type { UnitPath } from '#shared/unit-path'
import { accountPatterns } from './access-patterns.ts'
import { type Account, accountKey, accountPut, accountRemoval, readAccount } from './account-store.ts'
import { unitKeyPart } from './company-store.ts'
import { holderWrite, licenceKeyPart, licenceMove, licenceRelease } from './licence-store.ts'
import { numberRemoval, numberWrite } from './number-store.ts'

const MOST_WITH_ONE_LICENCE = 20

const customerKind = itemKind(
  'customer',
  3,
  z.object({
    customerId: CustomerIdField,
    code: z.string(),
    number: z.number().int(),
    name: TextField,
    pinyin: z.string(),
    kind: z.enum(customerKinds),
    licence: Licence,
    format: z.string(),
    unitPath: UnitPathField,
    route: z.string().optional(),
    addresses: z.array(DeliveryAddress),
    phone: z.string().optional(),
    note: z.string().optional(),
    /** Its licence number as a key, since it alone holds it. */
    heldLicence: z.string().optional(),
    /** Counts the changes of master data; orders move the account's own. Absent until the first change by this schema. */
    version: z.number().int().optional(),
  }),
  {
    1: ({ licence, address, ...rest }) => ({
      ...rest,
      pinyin: '',
      licence: { number: licence },
      addresses: address ? [{ addressId: '1', text: address, isMain: true }] : [],
    }),
    // The card of an index tells the version that a change from a list is made from.
    2: ({ card, version, ...rest }) => ({ ...rest, version, card: cardWith(card, version) }),
  },
)

function cardWith(card: unknown, version: unknown): unknown {
  return card && typeof card === 'object' ? { ...card, version: version ?? 0 } : card
}

/** Who a customer is: what seldom changes. */
export type CustomerRecord = ReturnType<(typeof customerKind)['read']>

/** A customer with how it stands. */
export type CustomerState = { customer: CustomerRecord; account: Account }

/** Where a customer's record lies, and its history beside it. */
export function customerKey(customerId: CustomerId): Key {
  return keyOf(accountPatterns.customer, { customerId: bareId(customerId) })
}

export function readCustomer(item: Item | undefined): CustomerRecord | undefined {
  return customerKind.readMaybe(item)
}

/** The customers with these ids, in their order; undefined where there is none. */
export async function customersWithIds(
  table: Table,
  customerIds: readonly CustomerId[],
): Promise<Array<CustomerRecord | undefined>> {
  const items = await table.getMany(customerIds.map(customerKey))
  return items.map(customerKind.readMaybe)
}

/** A customer with its account; undefined unless both are there. */
export async function storedCustomer(
  table: Table,
  customerId: CustomerId,
  options: { isStrong?: boolean } = {},
): Promise<CustomerState | undefined> {
  return (await storedCustomers(table, [customerId], options))[0]
}

/** Customers with their accounts, in the order of their ids. */
export async function storedCustomers(
  table: Table,
  customerIds: readonly CustomerId[],
  options: { isStrong?: boolean } = {},
): Promise<Array<CustomerState | undefined>> {
  const keys = customerIds.flatMap((customerId) => [customerKey(customerId), accountKey(customerId)])
  const items = await table.getMany(keys, options)
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

/** The ids of all customers, in the order of their ids. One that was put in within the last second may be missing. */
export async function allCustomerIds(table: Table): Promise<CustomerId[]> {
  const shards = SHARDS.map((shard) => table.queryAll(accountPatterns.customersOfUnits, { shard }))
  const items = (await Promise.all(shards)).flat()
  return items.map((item) => idOf('customer', String(item.pk).slice('C#'.length))).sort()
}

/** The customers that have exactly this licence number. */
export async function customersOfLicence(table: Table, licence: string): Promise<CustomerId[]> {
  if (!licence) return []
  const parts = { licence: licenceKeyPart(licence) }
  const { items } = await table.query(accountPatterns.customersOfLicence, parts, {
    limit: MOST_WITH_ONE_LICENCE,
  })
  return items.map((item) => idOf('customer', String(item.gsi2sk)))
}

/** Puts a customer with its account; each replaces what `before` names and nothing newer. */
export function customerWrites(
  { customer, account }: CustomerState,
  before: CustomerState | undefined,
): Write[] {
  const { held: heldLicence, writes } = licenceMove(customer, before?.customer)
  return [
    {
      put: {
        ...customerKind.write({ ...customer, heldLicence }),
        ...indexKeysOf(customer),
        card: cardOf({ customer, account }),
        ...customerKey(customer.customerId),
      },
      when: before ? { equals: { version: before.customer.version } } : { absent: true },
      onRefused: (current) =>
        new Problem('request.changed_meanwhile', { current: Number(current?.version ?? 0) }),
    },
    accountPut(account, before?.account),
    ...(before ? [] : [numberWrite(customer.customerId, customer.number)]),
    ...writes,
  ]
}

/** Lets a customer hold the licence number that it has from before numbers were held. */
export function licenceKeepWrites(customer: CustomerRecord): Write[] {
  const { customerId, version, licence } = customer
  const heldLicence = licenceKeyPart(licence.number)
  return [
    holderWrite(customer),
    {
      update: customerKey(customerId),
      change: { set: { heldLicence } },
      when: { present: true, equals: { version } },
      onRefused: () => new Problem('accounts.changed_meanwhile'),
    },
  ]
}

/** A customer as lists show it to who may see everything. */
export function cardOf({ customer, account }: CustomerState): CustomerCard {
  const { customerId, number, code, name, pinyin, unitPath, kind, format, route, licence, version } = customer
  const who = { customerId, number, code, name, pinyin, unitPath, kind, format, route, licence, version }
  const { customerClass, grade, batch, holdReason, priceList, groupList } = account
  const standing = { customerClass, grade, batch, priceList, groupList }
  return { ...who, ...standing, isOnHold: holdReason !== undefined }
}

function indexKeysOf({ customerId, unitPath, licence }: CustomerRecord): Item {
  const bare = bareId(customerId)
  const shard = shardOf(bare)
  return {
    ...indexKeyOf(accountPatterns.customersOfUnits, {
      shard,
      unitPath: unitKeyPart(unitPath),
      customerId: bare,
    }),
    ...(licence.number &&
      indexKeyOf(accountPatterns.customersOfLicence, {
        licence: licenceKeyPart(licence.number),
        customerId: bare,
      })),
  }
}

/** Removes a customer as it was read, with its account and its number. */
export function customerRemovals({ customer, account }: CustomerState): Write[] {
  return [
    { delete: customerKey(customer.customerId) },
    accountRemoval(account),
    numberRemoval(customer.number),
    ...licenceRelease(customer),
  ]
}
