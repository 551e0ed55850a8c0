import { type AudienceMember, isMeantFor } from '#shared/audience'
import { nearestTerms, type PriceBreak, type PriceTerms } from '#shared/price-rules'
import type { OfferedProduct } from './snapshot-store.ts'

/** A product as one customer may order it: its prices, and the minimum and multiple that hold for this customer. */
export type Offer = {
  product: OfferedProduct
  breaks: PriceBreak[]
  minimum: number
  multiple: number
}

/** Who sees what, in one place: a product is offered to a customer when it is on sale, meant for that customer and has
 * a price for it. `levels` are the terms in force, nearest first. */
export function offerTo(
  product: OfferedProduct,
  customer: AudienceMember,
  levels: readonly (PriceTerms | undefined)[],
): Offer | undefined {
  if (product.state !== 'on-sale' || !isMeantFor(product.audience, customer)) return undefined
  const { breaks, minimum = product.minimum, multiple = product.multiple } = nearestTerms(levels)
  return breaks && { product, breaks, minimum, multiple }
}
