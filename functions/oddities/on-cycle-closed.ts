import type { Reaction } from '#platform/events/deliver-events'
import { newJobWrite } from '#platform/jobs/job-store'
import { derivedId } from '#platform/new-id'
import { Refused } from '#platform/storage/write'
import type { World } from '#platform/world'
import { bareId, type CycleId, isId } from '#shared/ids'

/** Looks a cycle over once it is closed, once however often it hears of it. */
export const onCycleClosed: Reaction = async (world, { about: { cycleId } }) => {
  if (isId('cycle', cycleId)) await startLook(world, cycleId)
}

/** Begins looking a closed cycle over, unless that was begun before. */
export async function startLook(world: World, cycleId: CycleId): Promise<void> {
  const job = newJobWrite({
    jobId: derivedId('job', 'look-over-cycle', cycleId),
    kind: 'look-over-cycle',
    family: 'oddities',
    input: { cycle: bareId(cycleId) },
    asked: cycleId,
    by: { kind: 'system', id: 'closing' },
    state: 'running',
    startedAt: world.clock.now(),
    done: 0,
    total: 0,
    verdicts: {},
    tries: 0,
  })
  try {
    await world.table.commit([job])
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}
