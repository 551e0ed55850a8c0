import type { ProductState } from '#shared/catalogue'

/** The lifecycle of a product. An ended one comes back only as a draft, to be looked at anew. */
export const productStates = {
  draft: { to: ['on-sale'] },
  'on-sale': { to: ['suspended', 'ended'] },
  suspended: { to: ['on-sale', 'ended'] },
  ended: { to: ['draft'] },
} as const satisfies Record<ProductState, { to: readonly ProductState[] }>

/** True when a product in state `from` may go to state `to`. */
export function mayBecome(from: ProductState, to: ProductState): boolean {
  const next: readonly ProductState[] = productStates[from].to
  return next.includes(to)
}
