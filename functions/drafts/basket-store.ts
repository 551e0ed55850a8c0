import * as z from 'zod'
import { type Key, keyOf } from '#platform/storage/access-pattern'
import { type Item, itemKind } from '#platform/storage/item-kind'
import type { Write } from '#platform/storage/write'
import type { SaveBasket } from '#shared/drafts'
import { PersonIdField } from '#shared/identity'
import { bareId, type CustomerId, idOf } from '#shared/ids'
import { OrderIdField } from '#shared/orders'
import { Problem } from '#shared/problems'
import { draftPatterns } from './access-patterns.ts'

/** A line: bare product id, quantity, and wanted where that is another number. */
const StoredDraftLine = z.tuple([z.string(), z.number().int()], z.number().int())

/** What someone kept: lines, their notes by bare product id, own number, note and address. */
const StoredContent = z.object({
  l: z.array(StoredDraftLine),
  ln: z.record(z.string(), z.string()).optional(),
  own: z.string().optional(),
  no: z.string().optional(),
  ad: z.string().optional(),
  /** The order that it is to change. */
  oc: OrderIdField.optional(),
  at: z.string(),
  /** How often the account said that a draft was spent when this one was kept. */
  ds: z.number().int().optional(),
  /** The buyer who kept it. */
  by: PersonIdField.optional(),
})
type StoredContent = z.infer<typeof StoredContent>

const basketKind = itemKind(
  'bk',
  1,
  StoredContent.extend({
    v: z.number().int(),
    /** There when staff kept it last: what the shop itself had, null for nothing. */
    sh: StoredContent.nullable().optional(),
  }),
)

/** What was kept of a draft, with how often one had been spent by then, and the buyer who kept it, if it was one. */
export type KeptContent = SaveBasket & {
  changedAt?: string
  draftsSpent?: number
  keptBy?: z.infer<typeof PersonIdField>
}
/** A draft as it is kept. `ofShop` is there when staff typed in it last: what the shop itself had kept before, null for
 * nothing. Whether an order has spent it is told by the account. */
export type KeptDraft = KeptContent & { customerId: CustomerId; version: number; ofShop?: KeptContent | null }

/** The draft within an item; an empty one at version 0 when nothing was ever kept. */
export function readBasket(customerId: CustomerId, item: Item | undefined): KeptDraft {
  const stored = basketKind.readMaybe(item)
  if (!stored) return { customerId, version: 0, lines: [] }
  const ofShop = stored.sh && contentOf(stored.sh)
  return { customerId, version: stored.v, ...contentOf(stored), ...(stored.sh !== undefined && { ofShop }) }
}

function contentOf({ l, ln, own, no, ad, oc, at, ds, by }: StoredContent): KeptContent {
  const lines = l.map(([bare, quantity, wanted]) => {
    return { productId: idOf('product', bare), quantity, wanted, note: ln?.[bare] }
  })
  const written = { ownNumber: own, note: no, addressId: ad, changes: oc }
  return { lines, ...written, changedAt: at, draftsSpent: ds, keptBy: by }
}

export function basketWrite(draft: KeptDraft): Write {
  const { customerId, version, ofShop } = draft
  const sh = ofShop && storedContent(ofShop)
  const stored = { v: version, ...storedContent(draft), ...(ofShop !== undefined && { sh }) }
  return {
    put: { ...basketKind.write(stored), ...basketKey(customerId) },
    when: version === 1 ? { absent: true } : { equals: { v: version - 1 } },
    onRefused: (current) =>
      new Problem('orders.basket_changed', { current: basketKind.readMaybe(current)?.v ?? 0 }),
  }
}

function storedContent(kept: KeptContent): StoredContent {
  const { lines, ownNumber, note, addressId, changes, changedAt = '', draftsSpent, keptBy } = kept
  const notes = lines.flatMap((line) => (line.note ? [[bareId(line.productId), line.note] as const] : []))
  const written = { own: ownNumber, no: note, ad: addressId, oc: changes }
  return {
    l: lines.map(storedLine),
    ...(notes.length > 0 && { ln: Object.fromEntries(notes) }),
    ...written,
    at: changedAt,
    ds: draftsSpent,
    by: keptBy,
  }
}

function storedLine({
  productId,
  quantity,
  wanted,
}: SaveBasket['lines'][number]): z.infer<typeof StoredDraftLine> {
  const isWantedMore = wanted !== undefined && wanted !== quantity
  return isWantedMore ? [bareId(productId), quantity, wanted] : [bareId(productId), quantity]
}

export function basketKey(customerId: CustomerId): Key {
  return keyOf(draftPatterns.basket, { customerId: bareId(customerId) })
}
