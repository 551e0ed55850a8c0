import type { ProductState } from '#shared/catalogue'
import { productSteps } from '#shared/product-steps'

/** Drawn into ARCHITECTURE.md; the page of a product offers the same steps. */
export const productStates = productSteps

/** True when a product in state `from` may go to state `to`. */
export function mayBecome(from: ProductState, to: ProductState): boolean {
  const next: readonly ProductState[] = productStates[from].to
  return next.includes(to)
}
