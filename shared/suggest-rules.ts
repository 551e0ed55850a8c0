import { type Band, shareOfBand } from './band-rules.ts'
import type { ProductId } from './ids.ts'
import type { MinorUnits } from './money.ts'
import { type LineOffer, orderTotal } from './order-rules.ts'
import { leastOf, limitLeftOf, MOST_QUANTITY } from './quantity-rules.ts'

/** Why less is suggested than the shop would need by the mean: the first bound that cut it. */
export type SuggestionCut = 'limit' | 'supply' | 'step' | 'band' | 'money'

/** What is suggested of one product, and where the number comes from. */
export type Suggestion = {
  productId: ProductId
  quantity: number
  /** The mean of the cycles looked at, rounded to one decimal; how many they are; what the shop has still. */
  mean: number
  cycles: number
  stock: number
  cut?: SuggestionCut
  /** What the shop would need, where there is too little for it. */
  wanted?: number
}

type Suggestible = LineOffer & { past?: readonly number[] }
type Within = { stockOf: (productId: ProductId) => number; bands: readonly Band[]; available?: MinorUnits }

/** A draft that fills itself: of each product the mean of the last four cycles less what the shop says it still has,
 * within limit, supply, steps, price band and money; of what there is none, 0 with what is wanted. A product not ordered in one of these cycles counts zero there; a
 * cycle without any order says nothing (a holiday, a shop that did not exist yet) and is not among the four. */
export function suggestOrder(items: readonly Suggestible[], within: Within): Suggestion[] {
  const wished = items.flatMap((item) => wishOf(item, within.stockOf(item.productId)) ?? [])
  const banded = within.bands.reduce((found, band) => cutToBand(found, band), wished)
  const paid = cutToMoney(banded, within.available)
  return paid
    .map(({ item: _, need, ...suggestion }): Suggestion => {
      const isShort = isTooLittle(suggestion.cut) && need > suggestion.quantity
      return isShort ? { ...suggestion, wanted: need } : suggestion
    })
    .filter(({ quantity, wanted }) => quantity > 0 || wanted)
}

/** Steps and money are the shop's own bounds: they leave no wish open. */
function isTooLittle(cut: SuggestionCut | undefined): boolean {
  return cut === 'limit' || cut === 'supply' || cut === 'band'
}

type Wish = Omit<Suggestion, 'wanted'> & { item: Suggestible; need: number }

function wishOf(item: Suggestible, stock: number): Wish | undefined {
  const past = item.past ?? []
  const sum = past.reduce((total, one) => total + one, 0)
  if (sum === 0) return undefined
  const mean = Math.round((10 * sum) / past.length) / 10
  const need = Math.max(0, Math.round(sum / past.length) - stock)
  const { quantity, cut } = within(item, need)
  return {
    item,
    need,
    productId: item.productId,
    quantity,
    mean,
    cycles: past.length,
    stock,
    ...(cut && { cut }),
  }
}

function within(item: Suggestible, need: number): { quantity: number; cut?: SuggestionCut } {
  const bounds: Array<[number, SuggestionCut]> = [
    [limitLeftOf(item) ?? MOST_QUANTITY, 'limit'],
    [item.remaining ?? MOST_QUANTITY, 'supply'],
  ]
  const [most, by] = bounds.reduce((lowest, bound) => (bound[0] < lowest[0] ? bound : lowest))
  const bounded = Math.min(need, most)
  const stepped = onStep(item, bounded, most)
  if (bounded < need) return { quantity: stepped, cut: by }
  return stepped === need ? { quantity: need } : { quantity: stepped, cut: 'step' }
}

/** The nearest quantity that minimum and multiple accept, never above `most`; the minimum only when at least half of it
 * is needed. */
function onStep(offer: LineOffer, need: number, most: number): number {
  const { multiple } = offer
  const least = leastOf(offer)
  const near = Math.round(need / multiple) * multiple
  const fitting = near > most ? near - multiple : near
  if (fitting >= least) return fitting
  return 2 * need >= least && least <= most ? least : 0
}

function cutToBand(wishes: readonly Wish[], { code, cap, usedElsewhere }: Band): Wish[] {
  const inBand = wishes.filter(({ item }) => item.band === code)
  const lines = inBand.map(({ quantity, item }) => ({
    most: quantity,
    least: leastOf(item),
    multiple: item.multiple,
  }))
  const shares = shareOfBand(lines, Math.max(0, cap - usedElsewhere))
  const shareOf = new Map(inBand.map((wish, at) => [wish.productId, shares[at] ?? 0]))
  return wishes.map((wish) => {
    const quantity = shareOf.get(wish.productId) ?? wish.quantity
    return quantity < wish.quantity ? { ...wish, quantity, cut: 'band' } : wish
  })
}

/** Takes the same part from every line until the money is enough. */
function cutToMoney(wishes: readonly Wish[], available: MinorUnits | undefined): readonly Wish[] {
  const offers = new Map(wishes.map(({ item }) => [item.productId, item]))
  const costOf = (lines: readonly Wish[]) => orderTotal(lines, (productId) => offers.get(productId))
  if (available === undefined || costOf(wishes) <= available) return wishes
  let [fits, tooMuch]: [readonly Wish[], number] = [scaled(wishes, 0), 100]
  for (let low = 0; tooMuch - low > 1; ) {
    const percent = Math.floor((low + tooMuch) / 2)
    const tried = scaled(wishes, percent)
    if (costOf(tried) <= available) [fits, low] = [tried, percent]
    else tooMuch = percent
  }
  return fits
}

function scaled(wishes: readonly Wish[], percent: number): Wish[] {
  return wishes.map((wish) => {
    const bound = Math.floor((wish.quantity * percent) / 100 / wish.item.multiple) * wish.item.multiple
    const quantity = bound >= wish.item.minimum ? bound : 0
    return quantity < wish.quantity ? { ...wish, quantity, cut: 'money' } : wish
  })
}
