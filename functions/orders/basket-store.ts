import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { bareId, type CustomerId, idOf } from '#shared/ids'
import type { Basket } from '#shared/orders'
import { Problem } from '#shared/problems'
import { orderPatterns } from './access-patterns.ts'

/** A draft: lines as bare product id and quantity. */
const basketKind = itemKind(
  'bk',
  1,
  z.object({ v: z.number().int(), l: z.array(z.tuple([z.string(), z.number().int()])), at: z.string() }),
)

export async function storedBasket(table: Table, customerId: CustomerId): Promise<Basket> {
  const item = basketKind.readMaybe(await table.get(basketKey(customerId), { isStrong: true }))
  const lines = (item?.l ?? []).map(([bare, quantity]) => ({ productId: idOf('product', bare), quantity }))
  return { customerId, version: item?.v ?? 0, lines, changedAt: item?.at }
}

export function basketWrite(basket: Basket & { changedAt: string }): Write {
  const { customerId, version, lines, changedAt } = basket
  const stored = {
    v: version,
    l: lines.map((line): [string, number] => [bareId(line.productId), line.quantity]),
    at: changedAt,
  }
  return {
    put: { ...basketKind.write(stored), ...basketKey(customerId) },
    when: version === 1 ? { absent: true } : { equals: { v: version - 1 } },
    onRefused: (current) =>
      new Problem('orders.basket_changed', { current: basketKind.readMaybe(current)?.v ?? 0 }),
  }
}

function basketKey(customerId: CustomerId): Key {
  return keyOf(orderPatterns.basket, { customerId: bareId(customerId) })
}
