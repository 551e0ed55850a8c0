import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import { bareId, type CustomerId, idOf } from '#shared/ids'
import type { Basket } from '#shared/order-drafts'
import { Problem } from '#shared/problems'
import { orderPatterns } from './access-patterns.ts'

/** A line: bare product id, quantity, and wanted where that is another number. */
const StoredDraftLine = z.tuple([z.string(), z.number().int()], z.number().int())

/** A draft: its lines, their notes by bare product id, own number, note and address. */
const basketKind = itemKind(
  'bk',
  1,
  z.object({
    v: z.number().int(),
    l: z.array(StoredDraftLine),
    ln: z.record(z.string(), z.string()).optional(),
    own: z.string().optional(),
    no: z.string().optional(),
    ad: z.string().optional(),
    at: z.string(),
    /** How often the account said that a draft was spent when this one was kept. */
    ds: z.number().int().optional(),
  }),
)

/** A draft as it is kept; whether an order has spent it is told by the account. */
export type KeptDraft = Omit<Basket, 'isSpent'> & { draftsSpent?: number }

/** The draft within an item; an empty one at version 0 when nothing was ever kept. */
export function readBasket(customerId: CustomerId, stored: Item | undefined): KeptDraft {
  const item = basketKind.readMaybe(stored)
  const lines = (item?.l ?? []).map(([bare, quantity, wanted]) => {
    return { productId: idOf('product', bare), quantity, wanted, note: item?.ln?.[bare] }
  })
  const written = { ownNumber: item?.own, note: item?.no, addressId: item?.ad }
  const kept = { changedAt: item?.at, draftsSpent: item?.ds }
  return { customerId, version: item?.v ?? 0, lines, ...written, ...kept }
}

export function basketWrite(basket: KeptDraft & { changedAt: string }): Write {
  const { customerId, version, lines, ownNumber, note, addressId, changedAt, draftsSpent } = basket
  const notes = lines.flatMap((line) => (line.note ? [[bareId(line.productId), line.note] as const] : []))
  const stored = {
    v: version,
    l: lines.map(storedLine),
    ...(notes.length > 0 && { ln: Object.fromEntries(notes) }),
    own: ownNumber,
    no: note,
    ad: addressId,
    at: changedAt,
    ds: draftsSpent,
  }
  return {
    put: { ...basketKind.write(stored), ...basketKey(customerId) },
    when: version === 1 ? { absent: true } : { equals: { v: version - 1 } },
    onRefused: (current) =>
      new Problem('orders.basket_changed', { current: basketKind.readMaybe(current)?.v ?? 0 }),
  }
}

function storedLine({
  productId,
  quantity,
  wanted,
}: Basket['lines'][number]): z.infer<typeof StoredDraftLine> {
  const isWantedMore = wanted !== undefined && wanted !== quantity
  return isWantedMore ? [bareId(productId), quantity, wanted] : [bareId(productId), quantity]
}

export function basketKey(customerId: CustomerId): Key {
  return keyOf(orderPatterns.basket, { customerId: bareId(customerId) })
}
