import { fullGtin, gtinFault } from './gtin.ts'
import type { ProductId } from './ids.ts'
import type { Text } from './languages.ts'
import type { Pack } from './unit-chain.ts'

/** A product as people may name it. */
export type NamedProduct = {
  productId: ProductId
  code: string
  barcode?: string
  name: Text
  pinyin: string
  unit: Text
  packs?: readonly Pack[]
}

/** What a text may mean: the products, whether that is sure, and the step of the unit chain that a barcode names. */
export type Meant = { products: ProductId[]; isSure: boolean; pack?: number }

export type NameIndex = {
  exact: ReadonlyMap<string, Meant>
  names: ReadonlyArray<{ productId: ProductId; forms: string[] }>
  /** All names in one text, and which names a character of a Chinese name stands in: so that most are never looked at. */
  text: string
  within: ReadonlyMap<string, number[]>
}

const MOST_CANDIDATES = 6
const SHORTEST_PART = 2
const MOST_COMPARED = 40

/** Makes names comparable: width, case, brackets, spaces and punctuation do not matter.
 * @example plainName('云岭（硬红）') // '云岭硬红' */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Prepares products for being named, once for all rows. */
export function indexNames(products: readonly NamedProduct[]): NameIndex {
  const exact = new Map<string, Meant>()
  const add = (key: string, productId: ProductId, pack?: number) => {
    if (key === '') return
    const known = exact.get(key)
    if (known?.products.includes(productId)) return
    const meant = [...(known?.products ?? []), productId]
    exact.set(key, { products: meant, isSure: meant.length === 1, ...(pack !== undefined && { pack }) })
  }
  for (const product of products) {
    const { productId, packs = [] } = product
    add(plainName(product.code), productId)
    if (product.barcode) add(gtinKey(product.barcode), productId, 0)
    for (const [at, { barcode }] of packs.entries()) if (barcode) add(gtinKey(barcode), productId, at + 1)
    for (const form of formsOf(product)) add(form, productId)
  }
  const names = products.map((product) => ({ productId: product.productId, forms: formsOf(product) }))
  const within = new Map<string, number[]>()
  for (const [at, { forms }] of names.entries()) {
    for (const character of new Set(forms[0])) {
      const known = within.get(character)
      if (known) known.push(at)
      else within.set(character, [at])
    }
  }
  return { exact, names, text: names.flatMap(({ forms }) => forms).join('\n'), within }
}

/** What a text means: by code, barcode, name, pinyin or its initials; else by a part of the name; else by the nearest
 * names, which are never sure unless a single character is wrong. */
export function productsMeant(index: NameIndex, text: string): Meant {
  const plain = plainName(text)
  const gtin =
    /^\d+$/.test(plain) && gtinFault(plain) === undefined ? index.exact.get(gtinKey(plain)) : undefined
  const exact = gtin ?? index.exact.get(plain)
  if (exact) return exact
  if (plain.length < SHORTEST_PART) return { products: [], isSure: false }
  const hasPart = index.text.includes(plain)
  const parts = hasPart ? index.names.filter(({ forms }) => forms.some((form) => form.includes(plain))) : []
  if (parts.length > 0)
    return listed(
      parts.map(({ productId }) => productId),
      parts.length === 1,
    )
  return nearest(index, plain)
}

function listed(products: readonly ProductId[], isSure: boolean): Meant {
  return { products: products.slice(0, MOST_CANDIDATES), isSure }
}

function nearest({ names, within }: NameIndex, plain: string): Meant {
  const shared = new Map<number, number>()
  for (const character of plain) {
    for (const at of within.get(character) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  const sharing = [...shared]
    .filter(([, count]) => 2 * count >= plain.length)
    .sort(([, left], [, right]) => right - left)
    .slice(0, MOST_COMPARED)
    .flatMap(([at]) => names[at] ?? [])
  const near = sharing
    .map((one) => ({ one, distance: Math.min(...one.forms.map((form) => editDistance(form, plain))) }))
    .filter(({ distance }) => 2 * distance <= plain.length)
    .sort((left, right) => left.distance - right.distance)
  const [best, second] = near
  const isSure = best?.distance === 1 && plain.length > 3 && (second?.distance ?? 9) > 1
  return isSure
    ? listed([best.one.productId], true)
    : listed(
        near.map(({ one }) => one.productId),
        false,
      )
}

/** The Chinese name, the English one, the pinyin in full and its initials, all plain. */
function formsOf({ name, pinyin }: NamedProduct): string[] {
  const words = pinyin.trim().split(/\s+/)
  const initials = words.length > 1 ? (words.at(-1) ?? '') : ''
  const full = words.slice(0, words.length > 1 ? -1 : 1).join('')
  return [plainName(name.zh), plainName(name.en), plainName(full), plainName(initials)].filter(
    (form) => form !== '',
  )
}

function gtinKey(barcode: string): string {
  return `gtin ${fullGtin(barcode)}`
}

/** How many characters must be put in, taken out, changed or swapped to make one of the other. */
function editDistance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at)
  let earlier = before
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const changed = (before[column - 1] ?? 0) + (isSame ? 0 : 1)
      const moved = Math.min((before[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, changed)
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      line.push(isSwapped ? Math.min(moved, (earlier[column - 2] ?? 0) + 1) : moved)
    }
    earlier = before
    before = line
  }
  return before.at(-1) ?? 0
}
