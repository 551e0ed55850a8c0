import type { MinorUnits } from '#shared/money'
import type { Instant } from '#shared/time'
import type { OrderState } from './order-states.ts'

type Money = { creditLimit?: MinorUnits; balance: MinorUnits; reserved: MinorUnits }

/** True when the money on account, with the credit there is, covers an order's debit beside what else is reserved; the
 * order's own reservation counts for it. A customer without a credit limit is never short. */
function isCovered({ creditLimit, balance, reserved }: Money, debit: MinorUnits): boolean {
  return creditLimit === undefined || debit <= creditLimit + balance - (reserved - debit)
}

/** What becomes of an order at or after the close: it is debited, or it waits for money until `until` and then lapses. */
export function settledState(
  money: Money,
  debit: MinorUnits,
  now: Instant,
  until: Instant,
): Extract<OrderState, 'confirmed' | 'awaiting-funds' | 'lapsed'> {
  if (isCovered(money, debit)) return 'confirmed'
  return now < until ? 'awaiting-funds' : 'lapsed'
}
