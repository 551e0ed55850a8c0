import type { Text } from './languages.ts'

type Searched = { name: Text; pinyin: string; code: string; barcode?: string; brand: string }

/** What a product can be found by, once for all keystrokes: in small letters, without brackets, hyphens and blanks, as
 * people say and type it. */
export function searchTextOf({ name, pinyin, code, barcode = '', brand }: Searched): string {
  return plain(`${name.zh}\n${name.en}\n${pinyin}\n${code}\n${barcode}\n${brand}`).replaceAll(' ', '')
}

/** The words that a query asks for, as search texts have them. */
export function wordsAsked(query: string): string[] {
  return plain(query).trim().split(/\s+/)
}

/** True when every word that is asked for stands somewhere in the product's search text. */
export function isFound(searchText: string, words: readonly string[]): boolean {
  return words.every((word) => searchText.includes(word))
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, '')
}
