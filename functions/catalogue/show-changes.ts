import { customersOfUnits, getCompany } from '#accounts'
import { fieldChanges } from '#platform/audit/plan-change'
import { fingerprint } from '#platform/new-id'
import type { Item } from '#platform/storage/item-kind'
import type { World } from '#platform/world'
import type { CustomerCard } from '#shared/accounts'
import type { ProductId } from '#shared/ids'
import type { PriceRow } from '#shared/price-rules'
import type { PriceRowField, PublicationChanges } from '#shared/prices'
import { type BusinessDate, businessDateOf, type Instant } from '#shared/time'
import { publishedProducts } from './published-offers.ts'
import { type Draft, readDraft } from './read-draft.ts'
import { type OfferedProduct, pricesOfSnapshot } from './snapshot-store.ts'

/** So many changes are listed; all are counted. */
export const MOST_SHOWN = 500
const SAMPLE = 5
const CUSTOMERS_A_READ = 1000

/** Products and prices of one moment, and what was published before it. */
type Compared = Pick<Draft, 'published' | 'products'> & {
  lists: ReadonlyArray<{ list: string; rows: ReadonlyMap<string, readonly PriceRowField[]> }>
}

type PriceChange = PublicationChanges['prices'][number]

/** What a publication made now would change, and for how many customers of which list. */
export async function showChanges(world: World): Promise<PublicationChanges> {
  const draft = await readDraft(world)
  const changes = await publicationChanges(world, draft)
  const lists = await customersOfLists(world, draft, changes.prices)
  return {
    ...changes,
    products: changes.products.slice(0, MOST_SHOWN),
    prices: changes.prices.slice(0, MOST_SHOWN),
    lists,
  }
}

/** What a draft changes, seen from `at`; `preview` is the same exactly when the changes are. */
export async function publicationChanges(
  world: World,
  draft: Compared,
  at: Instant = world.clock.now(),
): Promise<Omit<PublicationChanges, 'lists'>> {
  const before = await publishedProducts(world, draft.published)
  const products = productChanges(before, draft)
  const today = businessDateOf(at, (await getCompany(world)).timeZone)
  const ofLists = draft.lists.map((list) => priceChanges(world, draft, list, { before, today }))
  const prices = (await Promise.all(ofLists)).flat()
  const version = draft.published?.version ?? 0
  const what = products.map(({ productId, change }) => [productId, change])
  const asked = prices.map(({ list, productId, from, to }) => [list, productId, from, to])
  return {
    version,
    preview: fingerprint([version, what, asked]),
    productCount: products.length,
    products,
    priceCount: prices.length,
    prices,
  }
}

function productChanges(
  before: ReadonlyMap<ProductId, OfferedProduct>,
  { products, published }: Compared,
): PublicationChanges['products'] {
  const now = new Map(products.map((product) => [product.productId, product]))
  const gone = [...before.values()].filter(({ productId }) => !now.has(productId))
  const changed = products.flatMap((product) => {
    const { productId, code, name } = product
    const change = fieldChanges(before.get(productId), product)
    const isBack = published?.stopped?.has(productId.slice('prd_'.length)) && product.state === 'on-sale'
    const shown = isBack ? { ...change, state: { from: 'suspended', to: product.state } } : change
    return Object.keys(shown).length > 0 ? [{ productId, code, name, change: shown }] : []
  })
  return [...changed, ...gone.map((product) => ({ ...namesOf(product), change: fieldChanges(product, {}) }))]
}

async function priceChanges(
  world: World,
  { published, products }: Compared,
  { list, rows }: Compared['lists'][number],
  { before, today }: { before: ReadonlyMap<ProductId, OfferedProduct>; today: BusinessDate },
): Promise<PriceChange[]> {
  const snapshot = published?.prices[list]
  const old = snapshot
    ? await world.remember(`prices ${snapshot}`, () => pricesOfSnapshot(world.table, snapshot))
    : new Map<string, readonly PriceRowField[]>()
  const all = new Map([...before, ...products.map((product) => [product.productId, product] as const)])
  return [...all.values()].flatMap((product) => {
    const [from, to] = [sorted(old.get(product.productId)), sorted(rows.get(product.productId))]
    const isChanged = fingerprint(from) !== fingerprint(to)
    return isChanged ? [{ ...namesOf(product), list, from, to, validFrom: firstDay(from, to, today) }] : []
  })
}

function namesOf({ productId, code, name }: OfferedProduct) {
  return { productId, code, name }
}

function sorted(rows: readonly PriceRowField[] = []): PriceRowField[] {
  return rows.toSorted((left, right) => ((left.from ?? '') < (right.from ?? '') ? -1 : 1))
}

/** The first day, today at the earliest, on which a row that is on one side alone begins. */
function firstDay(from: readonly PriceRow[], to: readonly PriceRow[], today: BusinessDate): BusinessDate {
  const names = (rows: readonly PriceRow[]) => new Set(rows.map((row) => fingerprint(row)))
  const [old, now] = [names(from), names(to)]
  const onOneSide = [
    ...from.filter((row) => !now.has(fingerprint(row))),
    ...to.filter((row) => !old.has(fingerprint(row))),
  ]
  const days = onOneSide.map((row) => row.from ?? today).sort()
  return days[0] !== undefined && days[0] > today ? days[0] : today
}

/** For how many customers of each list prices change, with a few of their names. */
export async function customersOfLists(
  world: World,
  { lists }: Draft,
  prices: readonly PriceChange[],
): Promise<PublicationChanges['lists']> {
  const touched = lists
    .map(({ list, level }) => ({
      list,
      level,
      priceCount: prices.filter((price) => price.list === list).length,
    }))
    .filter(({ priceCount }) => priceCount > 0)
  const found = touched.map(({ list, priceCount }) => ({
    list,
    priceCount,
    customers: 0,
    sample: [] as { customerId: string; name: CustomerCard['name'] }[],
  }))
  if (found.length === 0) return []
  let after: Item | undefined
  do {
    const { cards, last } = await customersOfUnits(world.table, '', CUSTOMERS_A_READ, after)
    for (const { customerId, name, priceList, groupList } of cards) {
      for (const [at, one] of found.entries()) {
        const isOf = touched[at]?.level === 'company' || one.list === priceList || one.list === groupList
        if (!isOf) continue
        one.customers++
        if (one.sample.length < SAMPLE) one.sample.push({ customerId, name })
      }
    }
    after = last
  } while (after)
  return found
}
