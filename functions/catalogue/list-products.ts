import { cursorFrom, keyWithinCursor } from '#platform/storage/cursor'
import type { World } from '#platform/world'
import type { Product, ProductFilter } from '#shared/catalogue'
import type { Page, PageQuery } from '#shared/paging'
import { Problem } from '#shared/problems'
import { isFound, searchTextOf } from '#shared/product-search'
import { storedCategories } from './category-store.ts'
import { storedProduct, storedProducts } from './product-store.ts'
import { productIdNamed } from './save-product.ts'

/** A product by its id or its code, as it is kept now; throws `catalogue.product_not_found`. */
export async function getProduct(world: World, named: string): Promise<Product> {
  const product = await storedProduct(world.table, productIdNamed(named))
  if (!product) throw new Problem('catalogue.product_not_found')
  return product
}

/** All products that fit a filter, by code: some thousands at most. A category holds those under it. */
export async function listProducts(world: World, filter: ProductFilter = {}): Promise<Product[]> {
  const { state, category, brand, text } = filter
  const within = category === undefined ? undefined : await categoriesWithin(world, category)
  return (await storedProducts(world.table)).filter(
    (product) =>
      (state === undefined || product.state === state) &&
      (within === undefined || within.has(product.category)) &&
      (brand === undefined || product.brand === brand) &&
      (!text || isFound(searchTextOf(product), text)),
  )
}

/** A page of the products that fit a filter, by code. `asker` binds the cursor. */
export async function pageOfProducts(
  world: World,
  asker: string,
  { limit, cursor, ...filter }: PageQuery & ProductFilter,
): Promise<Page<Product>> {
  const question = `products ${asker} ${JSON.stringify(filter)}`
  const after = String(keyWithinCursor(cursor, question, world.config.secret)?.code ?? '')
  const left = (await listProducts(world, filter)).filter(({ code }) => code > after)
  const items = left.slice(0, limit)
  const last = left.length > limit ? { code: items.at(-1)?.code } : undefined
  return { items, nextCursor: cursorFrom(last, question, world.config.secret) }
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
