import type { AssortmentItem } from '#shared/catalogue'

export type ProductFilter = 'all' | 'ordered' | 'limited' | 'typed'

/** True when a product belongs under a filter. */
export function isUnder(filter: ProductFilter, item: AssortmentItem, text: string | undefined): boolean {
  if (filter === 'ordered') return (item.lastQuantity ?? 0) > 0
  if (filter === 'limited') return item.limit !== undefined || item.remaining !== undefined
  if (filter === 'typed') return text !== undefined
  return true
}
