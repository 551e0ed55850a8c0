import type { Reaction } from '#platform/events/deliver-events'
import { startOnce } from '#platform/jobs/start-once'
import { derivedId } from '#platform/new-id'
import type { World } from '#platform/world'
import { bareId, type CycleId, isId } from '#shared/ids'

/** Looks a cycle over once it is closed, once however often it hears of it. */
export const onCycleClosed: Reaction = async (world, { about: { cycleId } }) => {
  if (isId('cycle', cycleId)) await startLook(world, cycleId)
}

/** Begins looking a closed cycle over, unless that was begun before. */
export function startLook(world: World, cycleId: CycleId): Promise<void> {
  const kind = 'look-over-cycle'
  const jobId = derivedId('job', kind, cycleId)
  const input = { cycle: bareId(cycleId) }
  return startOnce(world, { jobId, kind, family: 'oddities', input, asked: cycleId, by: 'closing' })
}
