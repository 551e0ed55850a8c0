/** The lifecycle of a request of a shop: what may follow what. Drawn into ARCHITECTURE.md. */
export const requestStates = {
  asked: { to: ['approved', 'refused', 'withdrawn'] },
  approved: { to: [] },
  refused: { to: [] },
  withdrawn: { to: [] },
} as const

export type RequestState = keyof typeof requestStates

/** True when a request in state `from` may go to state `to`. */
export function mayFollow(from: RequestState, to: RequestState): boolean {
  const next: readonly RequestState[] = requestStates[from].to
  return next.includes(to)
}
