import type { Text } from './languages.ts'

type Searched = { name: Text; pinyin: string; code: string; barcode?: string; brand: string }

/** What a product can be found by, in small letters, once for all keystrokes. */
export function searchTextOf({ name, pinyin, code, barcode = '', brand }: Searched): string {
  return `${name.zh}\n${name.en}\n${pinyin}\n${pinyin.replaceAll(' ', '')}\n${code}\n${barcode}\n${brand}`.toLowerCase()
}

/** True when every word of the query stands somewhere in the product's search text. */
export function isFound(searchText: string, query: string): boolean {
  const words = query.toLowerCase().trim().split(/\s+/)
  return words.every((word) => searchText.includes(word))
}
