import type { ProductId } from '#shared/ids'
import { orderTotal } from '#shared/order-rules'
import { isCountable } from '#shared/quantity-rules'
import { type SuggestionCut, suggestOrder } from '#shared/suggest-rules'
import { orderNoticeTexts as texts } from '#shared/texts/order-notices'
import type { useSay } from '../../../../components/language-context.ts'
import { linesOf, type SheetContent } from '../draft/quantities.ts'
import type { ShopNotes } from '../rows/use-shop-notes.ts'
import type { SheetAssortment } from '../sheet-items.ts'
import { isEmptyRow, type Rows, rowOf, rowWith } from './fill-rows.ts'

const cuts = {
  limit: 'cutByLimit',
  supply: 'cutBySupply',
  step: 'cutByStep',
  band: 'cutByBand',
  money: 'cutByMoney',
} as const satisfies Record<SuggestionCut, keyof typeof texts>

type Lines = Pick<SheetContent, 'typed' | 'extras'>

/** A suggested quantity, what is wanted beyond it, and in words where it comes from. */
export type Suggested = { productId: ProductId; quantity: number; wanted?: number; words: string }

/** What is suggested for the rows that are empty. */
export function suggestInto(
  now: Lines,
  { items, bands, available }: SheetAssortment,
  { stock: counted }: Pick<ShopNotes, 'stock'>,
  t: ReturnType<typeof useSay>['t'],
): Suggested[] {
  const stockOf = (productId: ProductId) => counted.get(productId)?.quantity ?? 0
  const open = items.filter(({ productId }) => isEmptyRow(rowOf(now, productId)))
  return suggestOrder(open, { stockOf, ...leftBeside(now, items, bands, available) }).map((suggestion) => {
    const { productId, quantity, wanted, mean, cycles, stock, cut } = suggestion
    const from = t(stock > 0 ? texts.fromMeanLess : texts.fromMean, { mean, cycles, stock })
    return { productId, quantity, wanted, words: cut ? `${from} ${t(texts[cuts[cut]])}` : from }
  })
}

/** What the rows that are filled already leave of the price bands and of the money. */
function leftBeside(
  { typed }: Lines,
  items: SheetAssortment['items'],
  bands: SheetAssortment['bands'],
  available: number | undefined,
): Pick<SheetAssortment, 'bands' | 'available'> {
  const offers = new Map(items.map((item) => [item.productId, item]))
  const lines = linesOf(typed).filter(({ quantity }) => isCountable(quantity))
  const takenOf = (code: string) =>
    lines
      .filter(({ productId }) => offers.get(productId)?.band === code)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  const paid = orderTotal(lines, (productId) => offers.get(productId))
  return {
    bands: bands.map((band) => ({ ...band, usedElsewhere: band.usedElsewhere + takenOf(band.code) })),
    available: available === undefined ? undefined : Math.max(0, available - paid),
  }
}

/** Suggestions as rows; a note that stands beside a row stays. */
export function rowsOfSuggestions(found: readonly Suggested[], now: Lines): Rows {
  return new Map(
    found.map(({ productId, quantity, wanted }) => [
      productId,
      rowWith(quantity, { wanted, note: rowOf(now, productId).extra.note }),
    ]),
  )
}
