import type { CycleId } from '#shared/ids'
import type { OrderFilter } from '#shared/orders'
import type { Head } from './head-store.ts'

/** Whether an order is what a list was narrowed to. */
export function isOrderAsked(
  head: Head,
  { cycleId, text, state, behalf }: OrderFilter & { cycleId?: CycleId },
) {
  return (
    (!cycleId || head.cy === cycleId) &&
    (!text || isNamed(head, text)) &&
    (state === undefined || (state === 'corrected' ? head.co === true : head.st === state)) &&
    (behalf === undefined || (behalf === 'yes') === (head.ob === true))
  )
}

/** Whether a filter passes most orders over, so that it is worth reading many at once. */
export function isNarrow({ text, state, behalf }: OrderFilter): boolean {
  return text !== undefined || state !== undefined || behalf !== undefined
}

/** Whether the order's number, or the customer's own, holds a text. */
export function isNamed({ num, own = '' }: Pick<Head, 'num' | 'own'>, text: string): boolean {
  return `${num}\n${own}`.toLowerCase().includes(text.trim().toLowerCase())
}
