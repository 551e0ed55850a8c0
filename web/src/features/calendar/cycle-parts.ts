import type { CycleDetails } from '#shared/calendar'

/** The batch and the day that a cycle id names. */
export function partsOfCycle(cycleId: string): { batch: string; date: string } {
  const bare = cycleId.slice('cyc_'.length)
  return { batch: bare.slice(0, -11), date: bare.slice(-10) }
}

/** True once the window of a cycle has closed. */
export function hasClosed({ state }: Pick<CycleDetails, 'state'>): boolean {
  return state === 'over' || state === 'closed'
}
