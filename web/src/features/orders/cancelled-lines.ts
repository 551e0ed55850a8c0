import type { OrderId } from '#shared/ids'
import type { OrderLine } from '#shared/orders'
import { keep, readKept } from '../../kept.ts'

/** A cancelled order has no lines any more; this device remembers them, so that it can be ordered again. */
export function keepCancelledLines(orderId: OrderId, lines: readonly OrderLine[]): void {
  keep(`cancelled.${orderId}`, JSON.stringify(lines))
}

/** The lines that an order had when it was cancelled from this device. */
export function keptCancelledLines(orderId: OrderId): OrderLine[] {
  try {
    const lines: OrderLine[] = JSON.parse(readKept(`cancelled.${orderId}`) ?? '[]')
    return lines.filter(
      ({ productId, quantity }) => productId.startsWith('prd_') && Number.isInteger(quantity),
    )
  } catch {
    return []
  }
}
