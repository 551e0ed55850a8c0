import { fullGtin, gtinFault } from './gtin.ts'
import type { ProductId } from './ids.ts'
import type { Text } from './languages.ts'
import type { Pack } from './unit-chain.ts'
import { unitWordsOf } from './unit-words.ts'

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

/** What a text may mean: the products, whether that is sure, how they were found, and the step of the unit chain that a
 * barcode names. */
export type Meant = {
  products: ProductId[]
  isSure: boolean
  by: 'name' | 'part' | 'likeness'
  pack?: number
}

type NamesOfProduct = { productId: ProductId; forms: string[] }

export type NameIndex = {
  exact: ReadonlyMap<string, Meant>
  names: readonly NamesOfProduct[]
  /** All names in one text, and which names a character of a Chinese name stands in: so that most are never looked at. */
  text: string
  longest: number
  within: ReadonlyMap<string, number[]>
  /** The words for units that the products have. */
  units: ReadonlySet<string>
  /** What was found before: most lines stay as they are while one types. */
  found: Map<string, Meant>
}

const MOST_CANDIDATES = 6
const SHORTEST_PART = 2
const MOST_COMPARED = 40
const FIRST_HAN = '\u2E80'
const MOST_FOUND = 20_000
/** Words that turn a row into its opposite: what is near a name with one of them is never sure. */
const hasRefusal = /[不别退未无没减]|取消/

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
    exact.set(key, {
      products: meant,
      isSure: meant.length === 1,
      by: 'name',
      ...(pack !== undefined && { pack }),
    })
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
  const text = names.flatMap(({ forms }) => forms).join('\n')
  const longest = names.reduce((most, { forms }) => Math.max(most, ...forms.map((form) => form.length)), 0)
  return { exact, names, text, longest, within, units: unitWordsOf(products), found: new Map() }
}

/** What a text means: by code, barcode, name, pinyin or its initials; else by a part of the name; else by the nearest
 * names, which are never sure unless a single character is wrong. */
export function productsMeant(index: NameIndex, text: string): Meant {
  const plain = plainName(text)
  const exact = exactlyMeant(index, text)
  if (exact) return exact
  const known = index.found.get(plain)
  if (known) return known
  const meant = partlyMeant(index, plain)
  if (index.found.size > MOST_FOUND) index.found.clear()
  index.found.set(plain, meant)
  return meant
}

/** What a text means by code, barcode, name, pinyin or initials alone. */
export function exactlyMeant(index: NameIndex, text: string): Meant | undefined {
  const plain = plainName(text)
  const gtin =
    /^\d+$/.test(plain) && gtinFault(plain) === undefined ? index.exact.get(gtinKey(plain)) : undefined
  return gtin ?? index.exact.get(plain)
}

function partlyMeant(index: NameIndex, plain: string): Meant {
  if (plain.length < SHORTEST_PART) return { products: [], isSure: false, by: 'likeness' }
  const hasPart = mayBeWithin(index, plain) && index.text.includes(plain)
  const parts = hasPart ? index.names.filter(({ forms }) => forms.some((form) => form.includes(plain))) : []
  if (parts.length === 0) return nearest(index, plain)
  return listed(
    parts.map(({ productId }) => productId),
    parts.length === 1,
    'part',
  )
}

/** True when a text is a part of a name, and does not end within a number of it. */
export function isWithinName(index: NameIndex, text: string): boolean {
  const plain = plainName(text)
  if (!mayBeWithin(index, plain)) return false
  for (let at = index.text.indexOf(plain); at >= 0 && plain !== ''; at = index.text.indexOf(plain, at + 1))
    if (!/^\d/.test(index.text.slice(at + plain.length, at + plain.length + 1))) return true
  return false
}

// Looking through all names takes long: most texts that are no part of one are too long, or have a character of none.
function mayBeWithin({ longest, within }: NameIndex, plain: string): boolean {
  if (plain.length > longest) return false
  for (const character of plain) if (character >= FIRST_HAN && !within.has(character)) return false
  return true
}

function listed(products: readonly ProductId[], isSure: boolean, by: Meant['by']): Meant {
  return { products: products.slice(0, MOST_CANDIDATES), isSure, by }
}

function nearest({ names, within }: NameIndex, plain: string): Meant {
  const shared = new Uint16Array(names.length)
  for (const character of plain)
    for (const at of within.get(character) ?? []) shared[at] = (shared[at] ?? 0) + 1
  // By how much is shared, for sorting thousands takes too long while one types.
  const alike: NamesOfProduct[][] = Array.from({ length: plain.length + 1 }, () => [])
  for (const [at, count] of shared.entries()) {
    const one = names[at]
    if (one && 2 * count >= plain.length) alike[count]?.push(one)
  }
  const sharing = alike.reverse().flat().slice(0, MOST_COMPARED)
  const near = sharing
    .map((one) => ({ one, distance: leastDistance(one.forms, plain) }))
    .filter(({ distance }) => 2 * distance <= plain.length)
    .sort((left, right) => left.distance - right.distance)
  const [best, second] = near
  const isSure =
    best?.distance === 1 &&
    plain.length > 3 &&
    (second?.distance ?? 9) > 1 &&
    !hasRefusal.test(plain) &&
    best.one.forms.some((form) => digitsOf(form) === digitsOf(plain) && editDistance(form, plain) === 1)
  return isSure
    ? listed([best.one.productId], true, 'likeness')
    : listed(
        near.map(({ one }) => one.productId),
        false,
        'likeness',
      )
}

function leastDistance(forms: readonly string[], plain: string): number {
  const alike = forms.filter((form) => 2 * Math.abs(form.length - plain.length) <= plain.length)
  return Math.min(...alike.map((form) => editDistance(form, plain)))
}

// A wrong number is another product, or a quantity: no slip of the pen.
function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
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
