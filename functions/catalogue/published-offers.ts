import type { World } from '#platform/world'
import type { AudienceMember } from '#shared/audience'
import { bareId, type ProductId } from '#shared/ids'
import { type PriceTerms, termsInForce } from '#shared/price-rules'
import { Problem } from '#shared/problems'
import type { BusinessDate } from '#shared/time'
import { agreedRows, type StoredAgreement } from './agreement-store.ts'
import { type Offer, offerTo } from './offer-rules.ts'
import {
  type OfferedProduct,
  type Published,
  pricesOfSnapshot,
  productsOfSnapshot,
} from './snapshot-store.ts'

/** What one customer may order on one day; equal snapshots, agreement and day give equal offers. */
export type Offers = {
  /** Undefined when the product is not offered to this customer. */
  offerOf(productId: ProductId): Offer | undefined
  /** All that is offered, in the order of publication. */
  all(): Offer[]
}

/** Who orders, under which lists. */
export type Orderer = AudienceMember & { priceList: string; groupList?: string }

/** What a customer is offered on the company's day `on`; throws `catalogue.not_published` when no list of it is. */
export async function publishedOffers(
  world: World,
  published: Published | undefined,
  asked: { customer: Orderer; agreement: StoredAgreement | undefined; on: BusinessDate },
): Promise<Offers> {
  const { customer, agreement, on } = asked
  const names = [customer.priceList, customer.groupList, published?.companyList]
  const snapshots = [...new Set(names.flatMap((name) => published?.prices[name ?? ''] ?? []))]
  if (!published || snapshots.length === 0) throw new Problem('catalogue.not_published')
  const [products, ...lists] = await Promise.all([
    publishedProducts(world, published),
    ...snapshots.map((snapshot) => termsOfSnapshot(world, snapshot, on)),
  ])
  const offerOf = (productId: ProductId) => {
    const product = products.get(productId)
    if (!product || published.stopped?.has(bareId(productId))) return undefined
    const agreed = agreement && termsInForce(agreedRows(agreement, productId), on)
    return offerTo(product, customer, [agreed, ...lists.map((list) => list.get(productId))])
  }
  return { offerOf, all: () => [...products.keys()].flatMap((productId) => offerOf(productId) ?? []) }
}

/** The products of what is published now, whatever they cost and whoever may order them. */
export async function publishedProducts(
  world: World,
  published: Published | undefined,
): Promise<ReadonlyMap<ProductId, OfferedProduct>> {
  if (!published) return new Map<ProductId, OfferedProduct>()
  return world.remember(`products ${published.products}`, async () =>
    byId(await productsOfSnapshot(world.table, published.products)),
  )
}

/** How many published products have a price that is in force on the company's day `on`, in whichever list. */
export async function countPriced(
  world: World,
  published: Published | undefined,
  on: BusinessDate,
): Promise<number> {
  if (!published) return 0
  const snapshots = [...new Set(Object.values(published.prices))]
  const [products, ...lists] = await Promise.all([
    publishedProducts(world, published),
    ...snapshots.map((snapshot) => termsOfSnapshot(world, snapshot, on)),
  ])
  return [...products.keys()].filter((productId) => lists.some((list) => list.get(productId))).length
}

/** Whether any published product has a price that is in force on the company's day `on`; it reads no list further than the
 * first that has one. */
export async function isAnyPriced(
  world: World,
  published: Published | undefined,
  on: BusinessDate,
): Promise<boolean> {
  if (!published) return false
  const products = await publishedProducts(world, published)
  for (const snapshot of new Set(Object.values(published.prices))) {
    const list = await termsOfSnapshot(world, snapshot, on)
    if (products.keys().some((productId) => list.get(productId) !== undefined)) return true
  }
  return false
}

// A price of the future is in the snapshot already and begins by the day alone: no job flips it.
function termsOfSnapshot(
  world: World,
  snapshot: string,
  on: BusinessDate,
): Promise<ReadonlyMap<string, PriceTerms>> {
  return world.remember(`prices ${snapshot} on ${on}`, async () => {
    const rows = await world.remember(`prices ${snapshot}`, () => pricesOfSnapshot(world.table, snapshot))
    return new Map([...rows].map(([productId, of]) => [productId, termsInForce(of, on)]))
  })
}

function byId(products: readonly OfferedProduct[]): Map<ProductId, OfferedProduct> {
  return new Map(products.map((product) => [product.productId, product]))
}
