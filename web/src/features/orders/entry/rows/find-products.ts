import type { SheetItem } from '../sheet-items.ts'

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
  if (filter === 'offers') return item.breaks?.some(({ price }) => price < item.price) ?? false
  return true
}

/** The filters worth a button: one that holds nothing or everything finds nothing; the one in use can be left. */
export function filtersShown(
  counts: Readonly<Record<ProductFilter, number>>,
  used: ProductFilter,
): ProductFilter[] {
  return productFilters.filter(
    (each) =>
      each === 'all' || each === 'typed' || each === used || (counts[each] > 0 && counts[each] < counts.all),
  )
}
