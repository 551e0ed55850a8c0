import type { Text } from './languages.ts'
import { baseUnitsOf, type Pack } from './unit-chain.ts'
import { COUNTERS, quantityIn, type WrittenQuantity } from './written-numbers.ts'

const measures = new Set([
  ...COUNTERS,
  ...['公斤', '千克', '公里'],
  ...[
    'carton',
    'ctn',
    'case',
    'box',
    'pack',
    'packet',
    'piece',
    'pc',
    'roll',
    'item',
    'each',
    'ea',
    'bag',
    'bottle',
  ],
  ...['pair', 'set', 'dozen', 'metre', 'meter', 'coil', 'reel', 'tin', 'tray', 'unit'],
])
/** What people call the same unit. */
const alike = [
  ['只', '个'],
  ['piece', 'pc', 'item', 'ea', 'each', 'unit'],
  ['carton', 'ctn'],
  ['metre', 'meter'],
]

/** The words by which a product is counted, its own unit first. */
type Counted = { unit: Text; packs?: readonly Pack[] }

/** All words for units that products have. */
export function unitWordsOf(products: readonly Counted[]): ReadonlySet<string> {
  return new Set(
    products.flatMap(({ unit, packs = [] }) =>
      [unit, ...packs.map((pack) => pack.unit)].flatMap(({ zh, en }) => [zh.toLowerCase(), en.toLowerCase()]),
    ),
  )
}

/** True for a word that counts things, whether a product has it or not.
 * @example isUnitWord('boxes', new Set()) // true */
export function isUnitWord(word: string, known: ReadonlySet<string>): boolean {
  return formsOf(word).some((form) => measures.has(form) || known.has(form))
}

/** True for a text that is a quantity and nothing else: its unit is a word that counts, or a single character. */
export function isQuantity(text: string, known: ReadonlySet<string> = new Set()): boolean {
  const read = quantityIn(text)
  return read !== undefined && (read.unit.length <= 1 || isUnitWord(read.unit, known))
}

/** True when every unit of a quantity is a word that counts; a number without a unit is a count. */
export function isCounted({ unit, rest }: WrittenQuantity, known: ReadonlySet<string>): boolean {
  return (unit === '' || isUnitWord(unit, known)) && (!rest || isCounted(rest, known))
}

/** A written quantity in the product's own unit; one without a word is of the step of the unit chain that a barcode
 * named, else of the own unit. Undefined when the product has no such unit, or a smaller one stands before a larger. */
export function baseQuantity(product: Counted, written: WrittenQuantity, pack = 0): number | undefined {
  const { count, unit, rest } = written
  const size = sizeOf(product, unit, pack)
  if (size === undefined || !rest) return size === undefined ? undefined : count * size
  const more = baseQuantity(product, rest)
  const isSmaller = (sizeOf(product, rest.unit, 0) ?? size) < size
  return more === undefined || !isSmaller ? undefined : count * size + more
}

/** How many of the own unit are in one of a step of the unit chain, by its word. */
function sizeOf({ unit, packs = [] }: Counted, word: string, pack: number): number | undefined {
  const sizes = baseUnitsOf(packs)
  if (word === '') return sizes[pack] ?? 1
  const units = [unit, ...packs.map((one) => one.unit)].map(({ zh, en }) => [
    zh.toLowerCase(),
    en.toLowerCase(),
  ])
  const said = formsOf(word)
  const exact = units.findIndex((names) => said.some((form) => names.includes(form)))
  const others = alike.find((words) => said.some((form) => words.includes(form))) ?? []
  const at = exact >= 0 ? exact : units.findIndex((names) => others.some((form) => names.includes(form)))
  return sizes[at]
}

/** The word, and what it would be the plural of. */
function formsOf(word: string): string[] {
  const said = word.normalize('NFKC').trim().toLowerCase().replace(/\.$/, '')
  return [said, said.replace(/s$/, ''), said.replace(/es$/, '')]
}
