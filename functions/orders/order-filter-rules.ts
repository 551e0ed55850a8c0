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

/** Whether a filter may pass most orders over: a week holds some ten cycles. */
export function isNarrow({ cycleId, text, state, behalf }: OrderFilter & { cycleId?: CycleId }): boolean {
  return [cycleId, text, state, behalf].some((asked) => asked !== undefined)
}

/** Whether the order's number, or the customer's own, holds a text. */
export function isNamed({ num, own = '' }: Pick<Head, 'num' | 'own'>, text: string): boolean {
  return `${num}\n${own}`.toLowerCase().includes(text.trim().toLowerCase())
}
