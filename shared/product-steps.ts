import type { ProductState } from './catalogue.ts'

/** The lifecycle of a product: where it may go from each state. An ended one comes back only as a draft, to be looked
 * at anew. */
export const productSteps = {
  draft: { to: ['on-sale'] },
  'on-sale': { to: ['suspended', 'ended'] },
  suspended: { to: ['on-sale', 'ended'] },
  ended: { to: ['draft'] },
} as const satisfies Record<ProductState, { to: readonly ProductState[] }>
