import type { Actor } from '#platform/actor'
import type { World } from '#platform/world'
import type { PriceRow } from '#shared/price-rules'
import type { Price } from '#shared/prices'
import { Problem } from '#shared/problems'
import { refuseUnknownList } from './list-prices.ts'
import { getProduct } from './list-products.ts'
import { planPrice, priceNamed } from './save-price.ts'

type PriceNamedByPeople = PriceRow & { list: string; product: string }

/** Puts a row of a known list in and answers it as kept. Throws `catalogue.list_not_found` and what planning throws. */
export async function putPrice(
  world: World,
  actor: Actor,
  { product: named, ...row }: PriceNamedByPeople,
  baseVersion: number | undefined,
): Promise<Price> {
  await refuseUnknownList(world, row.list)
  const { productId, code, name } = await getProduct(world, named)
  const plan = await planPrice(world, { ...row, productId }, baseVersion)
  await plan.commit(actor)
  const kept = await priceNamed(world, { list: row.list, productId, from: row.from })
  if (!kept) throw new Problem('catalogue.price_not_found')
  return { ...kept, code, name }
}
