import type { SheetItem } from './sheet-items.ts'

export const productFilters = ['all', 'ordered', 'limited', 'typed', 'favourites', 'offers'] as const
export type ProductFilter = (typeof productFilters)[number]

/** What a filter looks at beside the product itself. */
export type Looked = { text: string | undefined; isStarred: boolean }

/** True when a product belongs under a filter. */
export function isUnder(filter: ProductFilter, item: SheetItem, { text, isStarred }: Looked): boolean {
  if (filter === 'ordered') return item.past !== undefined
  if (filter === 'limited') return item.limit !== undefined || item.remaining !== undefined
  if (filter === 'typed') return text !== undefined
  if (filter === 'favourites') return isStarred
  if (filter === 'offers') return (item.breaks?.length ?? 0) > 1
  return true
}
