import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { Product, ProductFilter } from '#shared/catalogue'
import type { ProductId } from '#shared/ids'
import type { Page, PageQuery } from '#shared/paging'
import { Problem } from '#shared/problems'
import { isFound, searchTextOf, wordsAsked } from '#shared/product-search'
import { storedCategories } from './category-store.ts'
import { type IndexedProduct, productsByCode, productsWithIds, storedProduct } from './product-store.ts'
import { productIdNamed } from './save-product.ts'

/** Of each shard of the index, while a narrowed list is looked through. */
const PRODUCTS_A_READ = 500
/** As many as one read brings. */
const PRODUCTS_A_PART = 100

/** A product by its id or its code, as it is kept now; throws `catalogue.product_not_found`. */
export async function getProduct(world: World, named: string): Promise<Product> {
  const product = await storedProduct(world.table, productIdNamed(named))
  if (!product) throw new Problem('catalogue.product_not_found')
  return product
}

/** All products that fit a filter, by code; however many, only some are held at once. */
export async function* everyProduct(world: World, filter: ProductFilter = {}): AsyncGenerator<Product> {
  let part: ProductId[] = []
  for await (const { productId } of indexedProducts(world, filter, { after: '', most: PRODUCTS_A_READ })) {
    part.push(productId)
    if (part.length < PRODUCTS_A_PART) continue
    yield* await wholeProducts(world, part)
    part = []
  }
  yield* await wholeProducts(world, part)
}

/** A page of the products that fit a filter, by code. `asker` binds the cursor. */
export async function pageOfProducts(
  world: World,
  asker: string,
  { limit, cursor, ...filter }: PageQuery & ProductFilter,
): Promise<Page<Product>> {
  const question = `products ${asker} ${JSON.stringify(filter)}`
  const after = String(keyWithinCursor(cursor, question, world.config.secret)?.code ?? '')
  const isNarrowed = Object.values(filter).some((value) => value !== undefined)
  const most = isNarrowed ? PRODUCTS_A_READ : limit
  const found: IndexedProduct[] = []
  for await (const product of indexedProducts(world, filter, { after, most })) {
    found.push(product)
    if (found.length > limit) break
  }
  const page = found.slice(0, limit)
  const items = await wholeProducts(
    world,
    page.map(({ productId }) => productId),
  )
  const last = found.length > limit ? { code: page.at(-1)?.code } : undefined
  return { items, nextCursor: cursorFrom(last, question, world.config.secret) }
}

/** The products that fit a filter, by code, as the index has them. A category holds those under it. */
export async function* indexedProducts(
  world: World,
  { state, category, brand, text }: ProductFilter,
  { after, most }: { after: string; most: number } = { after: '', most: PRODUCTS_A_READ },
): AsyncGenerator<IndexedProduct> {
  const within = category === undefined ? undefined : await categoriesWithin(world, category)
  const isWanted = (product: IndexedProduct) =>
    (state === undefined || product.state === state) &&
    (within === undefined || within.has(product.category)) &&
    (brand === undefined || product.brand === brand) &&
    (!text || isFound(searchTextOf(product), wordsAsked(text)))
  for (let [place, isOver] = [after, false]; !isOver; ) {
    const { products, isEnd } = await productsByCode(world.table, place, most)
    yield* products.filter(isWanted)
    place = products.at(-1)?.code ?? place
    isOver = isEnd
  }
}

async function wholeProducts(world: World, productIds: readonly ProductId[]): Promise<Product[]> {
  const found = await productsWithIds(world.table, productIds, { isStrong: true })
  return found.filter((product) => product !== undefined)
}

async function categoriesWithin(world: World, category: string): Promise<Set<string>> {
  const within = new Set([category])
  const all = await storedCategories(world.table)
  for (let size = 0; size < within.size; ) {
    size = within.size
    for (const { code, parent } of all) if (parent !== undefined && within.has(parent)) within.add(code)
  }
  return within
}
