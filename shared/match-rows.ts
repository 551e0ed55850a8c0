import type { ProductId } from './ids.ts'
import { type Meant, type NamedProduct, type NameIndex, plainName, productsMeant } from './name-index.ts'
import { type LineOffer, lineRefusals, MOST_LINES } from './order-rules.ts'
import { leastOf } from './quantity-rules.ts'
import { partings, quantityIn, type WrittenQuantity, type WrittenRow } from './read-rows.ts'
import { isShortage } from './supply-left.ts'
import { baseUnitsOf } from './unit-chain.ts'

export type MatchedProduct = NamedProduct & LineOffer

/** What became of one row. `quantity` is in the product's own unit; `joins` names the earlier row of the same product
 * whose quantity holds this one too. `nearest` are quantities that would do, and `wanted` is there when they are fewer for
 * want of supply; a row in `surplus` is clear, and one more than an order holds. */
export type RowVerdict = {
  row: number
  text: string
  kind: 'matched' | 'several' | 'unknown' | 'quantity' | 'surplus'
  productId?: ProductId
  candidates: ProductId[]
  quantity?: number
  joins?: number
  nearest?: number[]
  wanted?: number
}

/** What a person decided for rows, by their number: which product is meant, and how much of it. */
export type RowChoices = {
  products: ReadonlyMap<number, ProductId>
  quantities: ReadonlyMap<number, number>
}

/** Finds the product and the quantity of each row, in one way for what is pasted and for files. Headings are passed
 * over; a product that stands in several rows is summed in the first of them. */
export function matchRows(
  rows: readonly WrittenRow[],
  index: NameIndex,
  products: ReadonlyMap<ProductId, MatchedProduct>,
  choices: RowChoices = { products: new Map(), quantities: new Map() },
): RowVerdict[] {
  const [first, ...rest] = rows
  const columns = first && columnsOf(first)
  const numbered = (columns ? rest : rows).map((row, at) => ({ row, number: at + (columns ? 2 : 1) }))
  const verdicts = numbered.map(({ row, number }) => {
    const read = readRow(row, index, columns)
    const chosen = choices.products.get(number)
    const meant = chosen ? { products: [chosen], isSure: true } : read.meant
    return verdictOf(number, row.text, meant, read.quantity, products, choices.quantities.get(number))
  })
  return withinOneOrder(joined(verdicts, products, choices.quantities))
}

/** What the rows come to: each product once, the rows that are not clear left out. */
export function linesOfRows(
  verdicts: readonly RowVerdict[],
): Array<{ productId: ProductId; quantity: number; wanted?: number }> {
  return verdicts.flatMap(({ kind, productId, quantity, joins, wanted }) =>
    kind === 'matched' && productId && quantity !== undefined && joins === undefined
      ? [{ productId, quantity, ...(wanted && { wanted }) }]
      : [],
  )
}

type Columns = { quantity?: number; names: number[] }
type ReadRow = { meant: Meant; quantity?: WrittenQuantity }

const quantityHeads = /^(数量|订(货|购|单)?量|本次数量|件数|条数|qty|quantity|count|amount ordered)/i
const nameHeads = /(品规|品名|名称|商品|货号|编码|代码|条码|条形码|sku|code|name|product|item|barcode|gtin)/i

/** Which columns a heading names; undefined when the row is none. */
function columnsOf({ cells }: WrittenRow): Columns | undefined {
  const names = cells.flatMap((cell, at) => (nameHeads.test(cell) && !quantityHeads.test(cell) ? [at] : []))
  const quantity = cells.findIndex((cell) => quantityHeads.test(cell))
  const isHeading = cells.every((cell) => !/\d/.test(cell)) && (quantity >= 0 || names.length > 0)
  if (!isHeading || (cells.length === 1 && quantity < 0 && (cells[0]?.length ?? 0) > 8)) return undefined
  return { names, ...(quantity >= 0 && { quantity }) }
}

function readRow({ cells }: WrittenRow, index: NameIndex, columns: Columns | undefined): ReadRow {
  const filled = cells.map((cell, at) => ({ cell, at })).filter(({ cell }) => cell !== '')
  const [only] = filled
  if (filled.length === 1 && only) return readText(only.cell, index)
  const named = filled.filter(({ at }) => !columns?.names.length || columns.names.includes(at))
  const meanings = named.map(({ cell, at }) => ({ at, meant: productsMeant(index, cell) }))
  const best = bestOf(meanings)
  const told = columns?.quantity
  const numbers = filled.filter(({ at }) => (told === undefined ? at !== best?.at : at === told))
  const quantity = numbers.map(({ cell }) => quantityIn(cell)).findLast((read) => read !== undefined)
  if (best && quantity === undefined && told === undefined) {
    const inText = readText(filled.find(({ at }) => at === best.at)?.cell ?? '', index)
    return best.meant.isSure ? { ...inText, meant: best.meant } : inText
  }
  return { meant: best?.meant ?? { products: [], isSure: false }, ...(quantity && { quantity }) }
}

function bestOf(meanings: ReadonlyArray<{ at: number; meant: Meant }>) {
  return (
    meanings.find(({ meant }) => meant.isSure) ??
    meanings.find(({ meant }) => meant.products.length > 0) ??
    meanings[0]
  )
}

/** A name and a quantity in one text: the parting whose name is understood best. */
function readText(text: string, index: NameIndex): ReadRow {
  const whole = index.exact.get(plainName(text))
  if (whole) return { meant: whole }
  const tries: ReadRow[] = []
  for (const { name, quantity } of partings(text)) {
    const read = { meant: productsMeant(index, name), quantity }
    if (read.meant.isSure) return read
    tries.push(read)
  }
  const some = tries.find(({ meant }) => meant.products.length > 0)
  return some ?? tries[0] ?? { meant: { products: [], isSure: false } }
}

function verdictOf(
  row: number,
  text: string,
  { products: candidates, isSure, pack }: Meant,
  written: WrittenQuantity | undefined,
  products: ReadonlyMap<ProductId, MatchedProduct>,
  decided: number | undefined,
): RowVerdict {
  const [only] = candidates
  const product = isSure && only ? products.get(only) : undefined
  if (!product) {
    const isSeveral = candidates.length > 1 && !isSure
    return { row, text, kind: isSeveral ? 'several' : 'unknown', candidates }
  }
  const read = written && baseQuantity(product, written, pack)
  const quantity = isOrderable(read) ? read : decided
  const found = { row, text, productId: product.productId, candidates }
  if (!isOrderable(quantity))
    return { ...found, kind: 'quantity', quantity: read, nearest: [leastOf(product)] }
  return { ...found, kind: 'matched', quantity }
}

function isOrderable(quantity: number | undefined): quantity is number {
  return quantity !== undefined && Number.isInteger(quantity) && quantity > 0
}

/** In the product's own unit: a count without a unit is of the unit that a barcode named, else of the own one. */
function baseQuantity(
  { unit, packs = [] }: MatchedProduct,
  { count, unit: word }: WrittenQuantity,
  pack = 0,
): number | undefined {
  const sizes = baseUnitsOf(packs)
  const units = [unit, ...packs.map((one) => one.unit)]
  const said = word.toLowerCase()
  const named = units.findIndex(
    ({ zh, en }) => zh === word || en.toLowerCase() === said || `${en.toLowerCase()}s` === said,
  )
  const size = sizes[said === '' ? pack : named]
  return size === undefined ? undefined : count * size
}

/** Rows of one product are summed and judged as one; what was decided for the first of them is for all. */
function joined(
  verdicts: readonly RowVerdict[],
  products: ReadonlyMap<ProductId, MatchedProduct>,
  decisions: RowChoices['quantities'],
): RowVerdict[] {
  const clear = verdicts.filter(({ kind }) => kind === 'matched')
  const sums = new Map<ProductId, { row: number; quantity: number }>()
  for (const { productId, row, quantity = 0 } of clear) {
    if (!productId) continue
    const known = sums.get(productId)
    sums.set(productId, { row: known?.row ?? row, quantity: (known?.quantity ?? 0) + quantity })
  }
  return verdicts.map((verdict) => {
    const sum = verdict.productId && verdict.kind === 'matched' ? sums.get(verdict.productId) : undefined
    if (!sum || !verdict.productId) return verdict
    if (sum.row !== verdict.row) return { ...verdict, joins: sum.row }
    const whole = judged({ ...verdict, quantity: sum.quantity }, products)
    const decided = decisions.get(verdict.row)
    return whole.kind === 'matched' || decided === undefined ? whole : settled(whole, decided)
  })
}

/** The clear rows of more products than an order holds, the last ones first to go. */
function withinOneOrder(verdicts: readonly RowVerdict[]): RowVerdict[] {
  const clear = verdicts.filter(({ kind, joins }) => kind === 'matched' && joins === undefined)
  const surplus = new Set(clear.slice(MOST_LINES).map(({ row }) => row))
  return verdicts.map((verdict) =>
    surplus.has(verdict.joins ?? verdict.row) ? { ...verdict, kind: 'surplus' } : verdict,
  )
}

/** A quantity that the rules refuse is said with the ones that would do. */
function judged(verdict: RowVerdict, products: ReadonlyMap<ProductId, MatchedProduct>): RowVerdict {
  const { productId, quantity } = verdict
  const product = productId && products.get(productId)
  if (!product || quantity === undefined) return verdict
  const refusals = lineRefusals({ offerOf: () => product }, { productId, quantity }, 0)
  const nearest = refusals.flatMap(({ facts }) => facts.nearest ?? [])
  if (nearest.length === 0) return verdict
  const wanted = refusals.some(isShortage) ? { wanted: quantity } : {}
  return { ...verdict, kind: 'quantity', nearest: [...new Set(nearest)], ...wanted }
}

function settled({ nearest: _, wanted, ...verdict }: RowVerdict, quantity: number): RowVerdict {
  return { ...verdict, kind: 'matched', quantity, ...(wanted && wanted > quantity && { wanted }) }
}
