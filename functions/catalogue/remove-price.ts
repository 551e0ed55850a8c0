import type { Actor } from '#platform/actor'
import { commitChange } from '#platform/audit/record-change'
import type { World } from '#platform/world'
import type { ProductId } from '#shared/ids'
import { type Price, priceKey, priceRemoval } from './product-store.ts'

/** Takes a price out of its list; what is published stays until the next publication. */
export async function removePrice(
  world: World,
  actor: Actor,
  productId: ProductId,
  price: Price,
): Promise<void> {
  const { list } = price
  await commitChange(
    world,
    actor,
    {
      type: 'price.removed',
      subject: priceKey(list, productId),
      about: { productId, list },
      change: { price: { from: price.price, to: null } },
    },
    [priceRemoval(productId, price)],
  )
}
