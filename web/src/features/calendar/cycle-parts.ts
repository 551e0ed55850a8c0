/** The batch and the day that a cycle id names. */
export function partsOfCycle(cycleId: string): { batch: string; date: string } {
  const bare = cycleId.slice('cyc_'.length)
  return { batch: bare.slice(0, -11), date: bare.slice(-10) }
}
