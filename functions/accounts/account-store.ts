import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { CustomerIdField, customerKinds, UnitPathField } from '#shared/accounts'
import { bareId, type CustomerId } from '#shared/ids'
import { Problem } from '#shared/problems'
import { accountPatterns } from './access-patterns.ts'

const accountKind = itemKind(
  'account',
  1,
  z.object({
    customerId: CustomerIdField,
    number: z.number().int(),
    unitPath: UnitPathField,
    /** What audiences are judged by while ordering, in the same read as the money. */
    kind: z.enum(customerKinds).optional(),
    format: z.string().optional(),
    customerClass: z.string().optional(),
    batch: z.string(),
    priceList: z.string(),
    groupList: z.string().optional(),
    grade: z.number().int().optional(),
    holdReason: z.string().optional(),
    creditLimit: z.number().int().optional(),
    balance: z.number().int(),
    reserved: z.number().int(),
    running: z.number().int(),
    /** How often an order, or a change of one, went past the draft: a draft kept before that is spent. */
    draftsSpent: z.number().int().optional(),
    /** The version of the draft that the last of them was made from, where it named one: what was kept after is not in it. */
    spentVersion: z.number().int().optional(),
    version: z.number().int(),
  }),
)
/** How a customer stands: every placing conditions its version. Money in minor units; `running` is its last order. */
export type Account = ReturnType<(typeof accountKind)['read']>

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

/** Puts an account whole in place of the one that was read, or where none is. */
export function accountPut(account: Account, before: Account | undefined): Write {
  return {
    put: { ...accountKind.write(account), ...accountKey(account.customerId) },
    when: before ? { equals: { version: before.version } } : { absent: true },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
}

/** A draft that an order went past; `version` where the order named it. */
type SpentDraft = { version?: number }

/** Changes an account while it still has the version that was read. */
export function accountWrite(
  account: Account,
  change: { reserve: number; running?: number; debit?: number; spends?: SpentDraft },
): Write {
  const { spends } = change
  return {
    update: accountKey(account.customerId),
    change: {
      set: {
        version: account.version + 1,
        ...(change.running !== undefined && { running: change.running }),
        ...(spends && { draftsSpent: (account.draftsSpent ?? 0) + 1 }),
        ...(spends?.version !== undefined && { spentVersion: spends.version }),
      },
      ...(spends && spends.version === undefined && { remove: ['spentVersion'] }),
      add: { reserved: change.reserve, ...(change.debit !== undefined && { balance: -change.debit }) },
    },
    when: { equals: { version: account.version } },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
}

/** Gives an account what audiences are judged by; its version stays, for nothing that an order depends on moves. */
export function accountAudienceWrite(
  account: Account,
  audience: Required<Pick<Account, 'kind' | 'format'>>,
): Write {
  return {
    update: accountKey(account.customerId),
    change: { set: audience },
    when: { equals: { version: account.version } },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
}

/** Removes an account as it was read. */
export function accountRemoval({ customerId, version }: Account): Write {
  return {
    delete: accountKey(customerId),
    when: { equals: { version } },
    onRefused: () => new Problem('accounts.changed_meanwhile'),
  }
}
