import type { Text } from './languages.ts'

/** What products may be put in order by, the largest first; by their code from the first. */
export const demandOrders = ['unmet', 'rate', 'shops', 'wanted', 'got', 'code'] as const
type DemandOrder = (typeof demandOrders)[number]

type Records = { shops: number; stockOuts: number }
type Amounts = { wanted: number; got: number }
type NamedDemand = Records & Amounts & { code: string; name: Text; pinyin: string }
type Asked = { text?: string; short?: string; sort?: DemandOrder }

/** The company's stock-out rate, 0 to 1: records with a need and nothing ordered, of those with a need (supply and
 * ordering, section 5). Undefined where nobody wanted any. */
export function stockOutRate({ shops, stockOuts }: Records): number | undefined {
  return shops > 0 ? stockOuts / shops : undefined
}

/** What was wanted and not got. */
export function unmetOf({ wanted, got }: Amounts): number {
  return wanted - got
}

/** The products that a list shows, in its order; those that stand equal by their code. */
export function demandShown<Product extends NamedDemand>(
  products: readonly Product[],
  { text = '', short, sort = 'unmet' }: Asked,
): Product[] {
  const asked = plain(text.trim())
  const isAsked = ({ code, name, pinyin }: Product) =>
    [code, name.zh, name.en, ...pinyin.split(' ')].some((word) => plain(word).includes(asked))
  return products
    .filter((product) => (short === undefined || unmetOf(product) > 0) && isAsked(product))
    .sort((one, other) => figureOf(other, sort) - figureOf(one, sort) || byCode(one, other))
}

function figureOf(product: NamedDemand, sort: DemandOrder): number {
  if (sort === 'code') return 0
  if (sort === 'unmet') return unmetOf(product)
  if (sort === 'rate') return stockOutRate(product) ?? 0
  return product[sort]
}

function byCode({ code: one }: NamedDemand, { code: other }: NamedDemand): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
