import type { DraftLine, SaveBasket } from '#shared/drafts'
import type { ProductId } from '#shared/ids'
import type { AskedLine } from '#shared/order-rules'

/** What stands in the quantity fields, by product; an empty field is absent. */
export type Typed = Readonly<Partial<Record<ProductId, string>>>

/** What stands beside a quantity: more that is wanted than may be had, and a note. */
export type LineExtra = { wanted?: number; note?: string }
export type Extras = Readonly<Partial<Record<ProductId, LineExtra>>>

/** What is written on the order as a whole. */
export type Written = Omit<SaveBasket, 'lines' | 'draftsSpent'>

/** All that a sheet holds. */
export type SheetContent = { typed: Typed; extras: Extras; written: Written }

export const emptySheet: SheetContent = { typed: {}, extras: {}, written: {} }

/** The number that a field means: empty is 0, what is no number is NaN. */
export function quantityOf(text: string | undefined): number {
  const trimmed = (text ?? '').trim()
  if (trimmed === '') return 0
  return /^\d{1,9}(\.\d{1,6})?$/.test(trimmed) ? Number(trimmed) : Number.NaN
}

/** Fields with one of them set; an empty text takes it out. */
export function withQuantity(typed: Typed, productId: ProductId, text: string): Typed {
  if ((typed[productId] ?? '') === text) return typed
  const { [productId]: _, ...others } = typed
  return text === '' ? others : { ...others, [productId]: text }
}

/** Extras with those of one product set; nothing in them takes them out. */
export function withExtra(extras: Extras, productId: ProductId, { wanted, note }: LineExtra): Extras {
  const { [productId]: _, ...others } = extras
  if (!wanted && !note) return others
  return { ...others, [productId]: { ...(wanted && { wanted }), ...(note && { note }) } }
}

/** The lines that the rules judge: every field that is neither empty nor 0. */
export function linesOf(typed: Typed): AskedLine[] {
  return productsOf(typed)
    .map((productId) => ({ productId, quantity: quantityOf(typed[productId]) }))
    .filter(({ quantity }) => quantity !== 0)
}

/** The lines as they are sent and kept: also those of which nothing can be had, but something is wanted. */
export function linesToSend({ typed, extras }: Pick<SheetContent, 'typed' | 'extras'>): DraftLine[] {
  const products = new Set([...productsOf(typed), ...productsOf(extras)])
  return [...products].flatMap((productId) => {
    const quantity = quantityOf(typed[productId])
    const { wanted, note } = extras[productId] ?? {}
    if (quantity === 0 && !wanted) return []
    return [{ productId, quantity, ...(wanted && wanted > quantity && { wanted }), ...(note && { note }) }]
  })
}

/** Fields filled from lines. */
export function typedFrom(lines: readonly AskedLine[]): Typed {
  return Object.fromEntries(
    lines
      .filter(({ quantity }) => quantity > 0)
      .map(({ productId, quantity }) => [productId, String(quantity)]),
  )
}

/** A sheet filled from an order or a draft. */
export function contentFrom(from: Written & { lines: readonly DraftLine[] }): SheetContent {
  const { ownNumber, note, addressId, lines } = from
  const extras = lines.reduce<Extras>((found, line) => {
    const wanted = (line.wanted ?? 0) > line.quantity ? line.wanted : undefined
    return withExtra(found, line.productId, { wanted, note: line.note })
  }, {})
  return { typed: typedFrom(lines), extras, written: withoutGaps({ ownNumber, note, addressId }) }
}

/** What is written, without what is empty. */
export function withoutGaps({ ownNumber, note, addressId }: Written): Written {
  return { ...(ownNumber && { ownNumber }), ...(note && { note }), ...(addressId && { addressId }) }
}

/** The products that a record names. */
export function productsOf(record: Typed | Extras): ProductId[] {
  return Object.keys(record).filter((key): key is ProductId => key.startsWith('prd_'))
}

/** True when both mean the same order. */
export function areSame(one: SheetContent, other: SheetContent): boolean {
  return sortedText(one) === sortedText(other)
}

function sortedText(content: SheetContent): string {
  const { ownNumber = '', note = '', addressId = '' } = content.written
  const lines = linesToSend(content).map((line) =>
    [line.productId, line.quantity, line.wanted, line.note].join(),
  )
  return JSON.stringify([lines.sort(), ownNumber, note, addressId])
}
