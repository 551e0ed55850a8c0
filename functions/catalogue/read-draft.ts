import type { World } from '#platform/world'
import type { Product } from '#shared/catalogue'
import type { ProductId } from '#shared/ids'
import type { PriceList, PriceRowField } from '#shared/prices'
import { storedLists, storedPrices } from './price-store.ts'
import { storedProducts } from './product-store.ts'
import { type OfferedProduct, type Published, storedPublished } from './snapshot-store.ts'

/** What a publication made now would hold, and what it would come after. */
export type Draft = {
  published: Published | undefined
  products: OfferedProduct[]
  lists: Array<PriceList & { rows: Map<ProductId, PriceRowField[]> }>
}

/** Reads all products that ever left the draft, by code, and the rows of every list. A product off sale stays in with
 * its state, so that older orders still know its name. */
export async function readDraft(world: World): Promise<Draft> {
  const published = await storedPublished(world.table)
  const recorded = await storedLists(world.table)
  const unrecorded = Object.keys(published?.prices ?? {}).filter(
    (name) => !recorded.some(({ list }) => list === name),
  )
  const lists = [...recorded, ...unrecorded.map(unnamedList)]
  const offered: OfferedProduct[] = []
  for await (const product of storedProducts(world.table))
    if (product.state !== 'draft') offered.push(offeredOf(product))
  offered.sort((left, right) => (left.code < right.code ? -1 : 1))
  const known = new Set(offered.map(({ productId }) => productId))
  return {
    published,
    products: offered,
    lists: await Promise.all(
      lists.map(async (list) => ({ ...list, rows: await rowsByProduct(world, list.list, known) })),
    ),
  }
}

// Lists that were published before lists had names.
function unnamedList(list: string): PriceList {
  return { list, name: { zh: list, en: list }, level: 'class', version: 0 }
}

/** A product as a publication keeps it. */
export function offeredOf({ version: _, pictures, packs, substitutes, ...product }: Product): OfferedProduct {
  return {
    ...product,
    ...(pictures[0] && { picture: pictures[0] }),
    ...(packs.length > 0 && { packs }),
    ...(substitutes.length > 0 && { substitutes }),
  }
}

async function rowsByProduct(world: World, list: string, known: ReadonlySet<ProductId>) {
  const rows = await storedPrices(world.table, list)
  const ofKnown = rows.filter(({ productId }) => known.has(productId))
  const grouped = Map.groupBy(ofKnown, ({ productId }) => productId)
  return new Map([...grouped].map(([productId, of]) => [productId, of.map(rowOf)]))
}

/** What a row of a list says, without whose it is. */
export function rowOf({ from, until, breaks, minimum, multiple }: PriceRowField): PriceRowField {
  return {
    ...(from && { from }),
    ...(until && { until }),
    ...(breaks && { breaks }),
    ...(minimum !== undefined && { minimum }),
    ...(multiple !== undefined && { multiple }),
  }
}
