import type { ProductId } from './ids.ts'
import type { NamedProduct } from './name-index.ts'
import { type LineOffer, lineRefusals, MOST_LINES } from './order-rules.ts'
import { leastOf } from './quantity-rules.ts'
import type { ReadPhrase } from './read-phrase.ts'
import { isShortage } from './supply-left.ts'
import { baseQuantity } from './unit-words.ts'
import type { WrittenQuantity } from './written-numbers.ts'

/** A product as an order's customer is offered it, with what people call it. */
export type MatchedProduct = NamedProduct & LineOffer

/** What became of one row. `quantity` is in the product's own unit; `joins` names the earlier row of the same product
 * whose quantity holds this one too. `nearest` are quantities that would do, and `wanted` is there when they are fewer for
 * want of supply; `numbers` are those of the row that may be its quantity when none is it for sure; a row in `surplus` is
 * clear, and one more than an order holds. */
export type RowVerdict = {
  row: number
  text: string
  kind: 'matched' | 'several' | 'unknown' | 'quantity' | 'surplus'
  productId?: ProductId
  candidates: ProductId[]
  quantity?: number
  joins?: number
  nearest?: number[]
  numbers?: RowNumber[]
  wanted?: number
}

/** A number that may be the quantity of a row, and the column that would then hold it in all rows. */
export type RowNumber = { quantity: number; column?: number }

/** A row as it was understood: `numbers` instead of a quantity when it is not sure which of them is it. */
export type ReadRow = ReadPhrase & { row: number; numbers?: Array<WrittenQuantity & { column?: number }> }

type Products = ReadonlyMap<ProductId, MatchedProduct>
type Decisions = ReadonlyMap<number, number>

/** The verdict of one row by itself. */
export function verdictOf(
  { row, text, meant: { products: candidates, isSure, pack }, quantity: written, numbers = [] }: ReadRow,
  products: Products,
  decided: number | undefined,
): RowVerdict {
  const [only] = candidates
  const product = isSure && only ? products.get(only) : undefined
  if (!product) {
    const isSeveral = candidates.length > 1 && !isSure
    return { row, text, kind: isSeveral ? 'several' : 'unknown', candidates }
  }
  const found = { row, text, productId: product.productId, candidates }
  const read = written && baseQuantity(product, written, pack)
  const quantity = isOrderable(read) ? read : decided
  if (isOrderable(quantity)) return { ...found, kind: 'matched', quantity }
  const choices = new Map<number, RowNumber>()
  for (const { column, ...number } of numbers) {
    const base = baseQuantity(product, number, pack)
    if (isOrderable(base) && !choices.has(base))
      choices.set(base, { quantity: base, ...(column !== undefined && { column }) })
  }
  if (choices.size > 0) return { ...found, kind: 'quantity', numbers: [...choices.values()] }
  return { ...found, kind: 'quantity', quantity: read, nearest: [leastOf(product)] }
}

/** Rows of one product are summed and judged as one; what was decided for the first of them is for all, as long as it
 * would do. */
export function joined(
  verdicts: readonly RowVerdict[],
  products: Products,
  decisions: Decisions,
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
    const isSettled = decided !== undefined && whole.nearest?.includes(decided)
    return isSettled ? settled(whole, decided) : whole
  })
}

/** The clear rows of more products than an order holds, the last ones first to go. */
export function withinOneOrder(verdicts: readonly RowVerdict[]): RowVerdict[] {
  const clear = verdicts.filter(({ kind, joins }) => kind === 'matched' && joins === undefined)
  const surplus = new Set(clear.slice(MOST_LINES).map(({ row }) => row))
  return verdicts.map((verdict) =>
    surplus.has(verdict.joins ?? verdict.row) ? { ...verdict, kind: 'surplus' } : verdict,
  )
}

function isOrderable(quantity: number | undefined): quantity is number {
  return quantity !== undefined && Number.isInteger(quantity) && quantity > 0
}

/** A quantity that the rules refuse is said with the ones that would do. */
function judged(verdict: RowVerdict, products: Products): RowVerdict {
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
