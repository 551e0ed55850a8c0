import type { ProductId } from '#shared/ids'
import type { AskedLine } from '#shared/order-rules'

/** What stands in the quantity fields, by product; an empty field is absent. */
export type Typed = Readonly<Partial<Record<ProductId, string>>>

/** The number that a field means: empty is 0, what is no whole number is NaN. */
export function quantityOf(text: string | undefined): number {
  const trimmed = (text ?? '').trim()
  if (trimmed === '') return 0
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN
}

/** Fields with one of them set; an empty text takes it out. */
export function withQuantity(typed: Typed, productId: ProductId, text: string): Typed {
  if ((typed[productId] ?? '') === text) return typed
  const { [productId]: _, ...others } = typed
  return text === '' ? others : { ...others, [productId]: text }
}

/** The lines of an order: every field that is neither empty nor 0. */
export function linesOf(typed: Typed): AskedLine[] {
  return productsOf(typed)
    .map((productId) => ({ productId, quantity: quantityOf(typed[productId]) }))
    .filter(({ quantity }) => quantity !== 0)
}

/** Fields filled from lines. */
export function typedFrom(lines: readonly AskedLine[]): Typed {
  return Object.fromEntries(
    lines
      .filter(({ quantity }) => quantity > 0)
      .map(({ productId, quantity }) => [productId, String(quantity)]),
  )
}

/** The products whose field is not empty. */
export function productsOf(typed: Typed): ProductId[] {
  return Object.keys(typed).filter((key): key is ProductId => key.startsWith('prd_'))
}

/** True when both mean the same lines. */
export function areSame(one: Typed, other: Typed): boolean {
  const [left, right] = [linesOf(one), linesOf(other)]
  return (
    left.length === right.length &&
    left.every(({ productId, quantity }) => quantityOf(other[productId]) === quantity)
  )
}
