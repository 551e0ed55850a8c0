import type { Basket } from '#shared/drafts'

/** The lines of a draft that still waits to be placed; 0 when an order has spent it. */
export function linesWaiting({ isSpent, lines }: Pick<Basket, 'isSpent' | 'lines'>): number {
  return isSpent ? 0 : lines.filter(({ quantity }) => quantity > 0).length
}
