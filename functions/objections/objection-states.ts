/** The lifecycle of an objection to an order: what may follow what. Drawn into ARCHITECTURE.md. */
export const objectionStates = {
  raised: { to: ['corrected', 'explained'] },
  corrected: { to: [] },
  explained: { to: [] },
} as const

export type ObjectionState = keyof typeof objectionStates

/** True when an objection in state `from` may go to state `to`. */
export function mayFollow(from: ObjectionState, to: ObjectionState): boolean {
  const next: readonly ObjectionState[] = objectionStates[from].to
  return next.includes(to)
}
