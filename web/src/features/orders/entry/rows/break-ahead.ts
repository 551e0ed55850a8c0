import { limitLeftOf } from '#shared/quantity-rules'
import type { SheetItem } from '../sheet-items.ts'

/** The next price within the limit; near when it takes at most as much again as is ordered. */
export function breakAhead(item: SheetItem, quantity: number) {
  const next = item.breaks?.find(({ atLeast }) => atLeast > Math.max(quantity, 1))
  const left = Math.min(limitLeftOf(item) ?? Infinity, item.remaining ?? Infinity)
  if (!next || next.atLeast > left) return undefined
  return { ...next, isNear: quantity > 0 && next.atLeast <= 2 * quantity }
}
