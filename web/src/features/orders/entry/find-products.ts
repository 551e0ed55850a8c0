import type { SheetItem } from './sheet-items.ts'

export type ProductFilter = 'all' | 'ordered' | 'limited' | 'typed'

/** True when a product belongs under a filter. */
export function isUnder(filter: ProductFilter, item: SheetItem, text: string | undefined): boolean {
  if (filter === 'ordered') return item.past !== undefined
  if (filter === 'limited') return item.limit !== undefined || item.remaining !== undefined
  if (filter === 'typed') return text !== undefined
  return true
}
