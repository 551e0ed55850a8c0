import type { ProductId } from '#shared/ids'
import { type Typed, withQuantity } from './quantities.ts'

/** Two drafts made one: mine for the products I touched, theirs for all others. */
export function mergeDrafts(mine: Typed, touched: ReadonlySet<ProductId>, theirs: Typed): Typed {
  let merged = theirs
  for (const productId of touched) merged = withQuantity(merged, productId, mine[productId] ?? '')
  return merged
}
