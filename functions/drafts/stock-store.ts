import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import type { Table } from '#platform/storage/dynamo-table'
import { itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import type { Stock } from '#shared/drafts'
import { bareId, type CustomerId, idOf } from '#shared/ids'
import { Problem } from '#shared/problems'
import { draftPatterns } from './access-patterns.ts'

/** What a shop still has: quantity by bare product id, with when it was typed. */
const stockKind = itemKind(
  'stock',
  1,
  z.object({ v: z.number().int(), q: z.record(z.string(), z.tuple([z.number().int(), z.string()])) }),
)

export async function storedStock(table: Table, customerId: CustomerId): Promise<Stock> {
  const item = stockKind.readMaybe(await table.get(stockKey(customerId), { isStrong: true }))
  const items = Object.entries(item?.q ?? {}).map(([bare, [quantity, typedAt]]) => {
    return { productId: idOf('product', bare), quantity, typedAt }
  })
  return { customerId, version: item?.v ?? 0, items }
}

export function stockWrite({ customerId, version, items }: Stock): Write {
  const counts = items.map(({ productId, quantity, typedAt }): [string, [number, string]] => {
    return [bareId(productId), [quantity, typedAt]]
  })
  return {
    put: { ...stockKind.write({ v: version, q: Object.fromEntries(counts) }), ...stockKey(customerId) },
    when: version === 1 ? { absent: true } : { equals: { v: version - 1 } },
    onRefused: (current) =>
      new Problem('request.changed_meanwhile', { current: stockKind.readMaybe(current)?.v ?? 0 }),
  }
}

function stockKey(customerId: CustomerId): Key {
  return keyOf(draftPatterns.stock, { customerId: bareId(customerId) })
}
