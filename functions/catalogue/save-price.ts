import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import type { ProductId } from '#shared/ids'
import type { RowVerdict } from '#shared/imports'
import type { MinorUnits } from '#shared/money'
import { Problem } from '#shared/problems'
import { priceKey, priceWrite, storedPrice, storedProduct } from './product-store.ts'

export type PriceInput = { list: string; productId: ProductId; price: MinorUnits }

/** Puts what a list asks for a product; it holds from the next publication on. */
export async function savePrice(
  world: World,
  actor: Actor,
  input: PriceInput,
): Promise<RowVerdict['verdict']> {
  const { list, productId, price } = input
  if (!(await storedProduct(world.table, productId))) throw new Problem('catalogue.product_not_found')
  const before = await storedPrice(world.table, list, productId)
  if (before?.price === price) return 'unchanged'
  const after = { list, price, version: (before?.version ?? 0) + 1 }
  const change = { price: { from: before?.price ?? null, to: price } }
  await commitChange(
    world,
    actor,
    { type: 'price.saved', subject: priceKey(list, productId), about: { productId, list }, change },
    [priceWrite(productId, after, before)],
  )
  return before ? 'changed' : 'new'
}
