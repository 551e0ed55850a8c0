import type { MinorUnits } from '#shared/money'
import type { Instant } from '#shared/time'
import type { OrderState } from './order-states.ts'

/** The money of an account as one of its orders sees it: `claimed` is what this order and the older ones hold of it. */
type Money = { creditLimit?: MinorUnits; balance: MinorUnits; claimed: MinorUnits }

/** True when the money on account, with the credit there is, covers an order after all that was ordered before it. A
 * customer without a credit limit is never short, and what costs nothing needs no money. */
function isCovered({ creditLimit, balance, claimed }: Money, debit: MinorUnits): boolean {
  return creditLimit === undefined || debit <= 0 || claimed <= creditLimit + balance
}

/** What becomes of an order at or after the close: it is debited, or it waits for money until `until` and then lapses
 * (supply-and-ordering.md 1). The oldest order has the first claim. */
export function settledState(
  money: Money,
  debit: MinorUnits,
  now: Instant,
  until: Instant,
): Extract<OrderState, 'confirmed' | 'awaiting-funds' | 'lapsed'> {
  if (isCovered(money, debit)) return 'confirmed'
  return now < until ? 'awaiting-funds' : 'lapsed'
}
