/** The lifecycle of an order: what may follow what. Drawn into ARCHITECTURE.md. Cancellations and corrections are
 * documents of history with amounts of their own, and stay what they are. */
export const orderStates = {
  placed: { to: ['placed', 'cancelled', 'confirmed', 'awaiting-funds'] },
  'awaiting-funds': { to: ['awaiting-funds', 'confirmed', 'lapsed'] },
  confirmed: { to: ['confirmed'] },
  lapsed: { to: [] },
  cancelled: { to: [] },
  cancellation: { to: [] },
  correction: { to: [] },
} as const

export type OrderState = keyof typeof orderStates

/** True when an order in state `from` may go to state `to`. */
export function mayFollow(from: OrderState, to: OrderState): boolean {
  const next: readonly OrderState[] = orderStates[from].to
  return next.includes(to)
}
