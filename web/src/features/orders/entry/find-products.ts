import type { AssortmentItem } from '#shared/catalogue'

export type ProductFilter = 'all' | 'ordered' | 'limited' | 'typed'

/** What a product can be found by, in small letters, once for all keystrokes. */
export function searchTextOf(
  item: Pick<AssortmentItem, 'name' | 'pinyin' | 'code' | 'barcode' | 'brand'>,
): string {
  const { name, pinyin, code, barcode = '', brand } = item
  return `${name.zh}\n${name.en}\n${pinyin}\n${pinyin.replaceAll(' ', '')}\n${code}\n${barcode}\n${brand}`.toLowerCase()
}

/** True when every word of the query stands somewhere in the product's search text. */
export function isFound(searchText: string, query: string): boolean {
  const words = query.toLowerCase().trim().split(/\s+/)
  return words.every((word) => searchText.includes(word))
}

/** True when a product belongs under a filter. */
export function isUnder(filter: ProductFilter, item: AssortmentItem, text: string | undefined): boolean {
  if (filter === 'ordered') return (item.lastQuantity ?? 0) > 0
  if (filter === 'limited') return item.limit !== undefined || item.remaining !== undefined
  if (filter === 'typed') return text !== undefined
  return true
}
