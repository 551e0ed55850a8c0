/** The lifecycle of an order that waits for the owner's yes: what may follow what. Drawn into ARCHITECTURE.md. */
export const approvalStates = {
  asked: { to: ['approved', 'refused', 'withdrawn', 'lapsed'] },
  approved: { to: [] },
  refused: { to: [] },
  withdrawn: { to: [] },
  lapsed: { to: [] },
} as const

export type ApprovalState = keyof typeof approvalStates

/** True when an approval in state `from` may go to state `to`. */
export function mayFollow(from: ApprovalState, to: ApprovalState): boolean {
  const next: readonly ApprovalState[] = approvalStates[from].to
  return next.includes(to)
}
